/** Resource indicators (RFC 8707): which resource server an access token is for, asked at the authorization and the token endpoint. */
@NullMarked
package dev.postern.identity.resource;

import org.jspecify.annotations.NullMarked;
