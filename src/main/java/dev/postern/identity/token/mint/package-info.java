/** Makes access tokens and ID tokens, and reads access tokens again. */
@NullMarked
package dev.postern.identity.token.mint;

import org.jspecify.annotations.NullMarked;
