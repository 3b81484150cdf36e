package dev.postern.identity.authorization.request;

import dev.postern.identity.keys.OwnJwt;
import dev.postern.identity.keys.SigningKeys;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * ID tokens that come back as hints: OpenID Connect Core section 3.1.2.1 and RP-Initiated Logout section 2.
 *
 * <p>Authentic is enough: a hint may have expired, since it proves nothing but what we once said.
 */
@Service
public class IdTokenHints {

    private final SigningKeys keys;
    private final Issuer issuer;

    @Inject
    public IdTokenHints(SigningKeys keys, Issuer issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    /**
     * What an ID token of ours says.
     *
     * @param sessionId its {@code sid}, empty if it has none
     * @param clientId the client that it was issued to
     */
    public record Hint(String subject, String sessionId, String clientId) {}

    /** Empty for everything that is not an ID token of ours: an access token, another issuer's token, a forged one. */
    public Optional<Hint> read(String idToken) {
        return keys.verifyOwn(idToken)
                .filter(jwt -> jwt.type().isEmpty() || jwt.type().equals("JWT"))
                .filter(jwt -> jwt.text("iss").equals(issuer.value())
                        && !jwt.text("sub").isEmpty())
                .flatMap(IdTokenHints::hint);
    }

    private static Optional<Hint> hint(OwnJwt jwt) {
        return jwt.texts("aud").stream()
                .findFirst()
                .map(audience -> new Hint(jwt.text("sub"), jwt.text("sid"), audience));
    }
}
