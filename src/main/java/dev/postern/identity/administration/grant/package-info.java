/** Grants and tokens as administrators find and revoke them. */
@NullMarked
package dev.postern.identity.administration.grant;

import org.jspecify.annotations.NullMarked;
