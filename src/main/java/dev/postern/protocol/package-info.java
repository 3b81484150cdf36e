/** The wire language of OAuth 2.0 and OpenID Connect: scopes, parameters, error codes, refusals and secrets. */
@NullMarked
package dev.postern.protocol;

import org.jspecify.annotations.NullMarked;
