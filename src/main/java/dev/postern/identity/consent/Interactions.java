package dev.postern.identity.consent;

import java.util.Optional;

/**
 * What the screens may know about the interaction that this browser has pending; answered by the authorization endpoint's
 * package, so that it can depend on the screens and not the reverse.
 *
 * <p>Empty means unknown, over, or begun by another browser: the screen then shows one and the same error page. Called
 * within a request, so an implementation may read its cookies. Reading changes nothing.
 */
public interface Interactions {
    Optional<LoginView> login(String interaction);

    Optional<ConsentView> consent(String interaction);

    Optional<LogoutView> logout(String logout);

    Optional<SignedOutView> signedOut(String logout);
}
