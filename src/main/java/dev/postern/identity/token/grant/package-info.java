/** One class per grant: what a code, a refresh token or a client's own credentials give, and what they need for it. */
@NullMarked
package dev.postern.identity.token.grant;

import org.jspecify.annotations.NullMarked;
