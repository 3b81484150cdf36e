/**
 * B2 Frontend Web App: a backend-for-frontend at {@code /app} that is an ordinary OpenID Connect client of the authorization server,
 * which it knows by HTTP only. Tokens stay on this side; the browser has a session cookie.
 */
@NullMarked
package dev.postern.client.webapp;

import org.jspecify.annotations.NullMarked;
