/**
 * B5 Authorization Server: authorize, login, the consent decision, and the way back to the client.
 *
 * <p>Read it forward: {@link AuthorizationEndpoint}, {@link Authorizer}, {@link LoginService}, {@link SigningIn}, {@link ConsentService},
 * {@link Issuing}.
 */
@NullMarked
package dev.postern.identity.authorization;

import org.jspecify.annotations.NullMarked;
