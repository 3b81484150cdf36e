/** B8 Resource Server API: validates the bearer token and serves the user's notes. It asks the authorization server by HTTP only. */
@NullMarked
package dev.postern.application.api;

import org.jspecify.annotations.NullMarked;
