/** Users as administrators manage them. */
@NullMarked
package dev.postern.identity.administration.user;

import org.jspecify.annotations.NullMarked;
