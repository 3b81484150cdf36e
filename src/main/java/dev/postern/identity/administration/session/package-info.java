/** Sessions of users, listed and ended by administrators. */
@NullMarked
package dev.postern.identity.administration.session;

import org.jspecify.annotations.NullMarked;
