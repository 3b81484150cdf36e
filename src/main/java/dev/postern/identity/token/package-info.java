/** B7 Token Service: token, introspection, revocation and userinfo endpoints. */
@NullMarked
package dev.postern.identity.token;

import org.jspecify.annotations.NullMarked;
