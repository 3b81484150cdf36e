/** RP-initiated logout: the end of a single sign-on session, asked for by a client or by the person. */
@NullMarked
package dev.postern.identity.authorization.logout;

import org.jspecify.annotations.NullMarked;
