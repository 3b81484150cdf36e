/** Who is signed in on this browser: single sign-on sessions and the cookies that name them. */
@NullMarked
package dev.postern.identity.authorization.session;

import org.jspecify.annotations.NullMarked;
