/** Authorization requests that wait for a person: what is asked, in which browser, and how far it has come. */
@NullMarked
package dev.postern.identity.authorization.interaction;

import org.jspecify.annotations.NullMarked;
