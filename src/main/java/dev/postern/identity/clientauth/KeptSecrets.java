package dev.postern.identity.clientauth;

import dev.postern.data.database.client.Authentication;
import dev.postern.platform.Digests;
import dev.postern.platform.Sealer;
import dev.postern.platform.Service;
import dev.postern.protocol.ClientSecret;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * How a client's secret is stored: as a keyed hash where it is sent to us, sealed under the master key where it is the key of an HMAC
 * and must be known (client_secret_jwt).
 */
@Service
public class KeptSecrets {

    private static final String PURPOSE = "client secret for HMAC";

    private final ClientSecrets hashed;
    private final Sealer sealer;

    @Inject
    public KeptSecrets(ClientSecrets hashed, Sealer sealer) {
        this.hashed = hashed;
        this.sealer = sealer;
    }

    /** The wanted registration with its secret in stored form; a secret that is stored already stays as it is. */
    public Authentication keep(Authentication wanted, ClientSecret secret, Optional<Authentication> stored) {
        return switch (wanted.method()) {
            case CLIENT_SECRET_BASIC, CLIENT_SECRET_POST -> {
                List<String> hashes = stored.map(Authentication::secretHashes).orElse(List.of());
                yield wanted.withSecret(hashed.matches(hashes, secret) ? hashes : List.of(hashed.hash(secret)), "");
            }
            case CLIENT_SECRET_JWT -> {
                Optional<String> sealed = stored.filter(
                                before -> !before.sealedSecret().isEmpty() && isKept(before, secret))
                        .map(Authentication::sealedSecret);
                yield wanted.withSecret(List.of(), sealed.orElseGet(() -> sealer.seal(PURPOSE, secret.value())));
            }
            case PRIVATE_KEY_JWT, NONE -> wanted;
        };
    }

    /** Whether this is the secret that the client has now. */
    public boolean isKept(Authentication stored, ClientSecret secret) {
        return stored.sealedSecret().isEmpty()
                ? hashed.matches(stored.secretHashes(), secret)
                : secretOf(stored)
                        .filter(kept -> Digests.same(kept.value(), secret.value()))
                        .isPresent();
    }

    /** The secret itself, where it is kept so. */
    Optional<ClientSecret> secretOf(Authentication authentication) {
        return authentication.sealedSecret().isEmpty()
                ? Optional.empty()
                : sealer.open(PURPOSE, authentication.sealedSecret()).map(ClientSecret::new);
    }
}
