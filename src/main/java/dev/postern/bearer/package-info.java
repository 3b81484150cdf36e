/**
 * What a protected resource does with a bearer token: RFC 6750, RFC 9068, RFC 7662.
 *
 * <p>The part that the API Gateway (B4) and the Resource Server API (B8) have in common, as two parties may use one library. It
 * knows the authorization server by HTTP only, and each party has its own credentials, keys, limits and cache entries.
 */
@NullMarked
package dev.postern.bearer;

import org.jspecify.annotations.NullMarked;
