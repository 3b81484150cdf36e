package dev.postern.identity.clientauth;

import dev.postern.data.database.client.Authentication;
import dev.postern.data.database.client.RetiringSecret;
import dev.postern.platform.Digests;
import dev.postern.platform.Sealer;
import dev.postern.platform.Service;
import dev.postern.protocol.ClientSecret;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
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
    private final Clock clock;

    @Inject
    public KeptSecrets(ClientSecrets hashed, Sealer sealer, Clock clock) {
        this.hashed = hashed;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** The wanted registration with its secret in stored form; a secret that is stored already stays as it is. */
    public Authentication keep(Authentication wanted, ClientSecret secret, Optional<Authentication> stored) {
        return switch (wanted.method()) {
            case CLIENT_SECRET_BASIC, CLIENT_SECRET_POST -> {
                List<String> hashes = stored.map(Authentication::secretHashes).orElse(List.of());
                yield hashed.matches(hashes, secret)
                        ? wanted.withSecret(hashes, "").withRetiring(retiring(stored))
                        : wanted.withSecret(List.of(hashed.hash(secret)), "");
            }
            case CLIENT_SECRET_JWT -> {
                Optional<String> sealed = stored.filter(
                                before -> !before.sealedSecret().isEmpty() && isKept(before, secret))
                        .map(Authentication::sealedSecret);
                yield sealed.isPresent()
                        ? wanted.withSecret(List.of(), sealed.get()).withRetiring(retiring(stored))
                        : wanted.withSecret(List.of(), sealer.seal(PURPOSE, secret.value()));
            }
            case PRIVATE_KEY_JWT, NONE -> wanted;
        };
    }

    private static RetiringSecret retiring(Optional<Authentication> stored) {
        return stored.map(Authentication::retiring).orElse(RetiringSecret.NONE);
    }

    /** The registration with another secret; the one that it has now counts beside it until the given instant. */
    public Authentication rotated(Authentication stored, ClientSecret secret, Instant until) {
        String hash =
                stored.secretHashes().isEmpty() ? "" : stored.secretHashes().get(0);
        return keep(stored, secret, Optional.empty())
                .withRetiring(new RetiringSecret(hash, stored.sealedSecret(), until));
    }

    /** Whether this is the secret that the client has now. */
    public boolean isKept(Authentication stored, ClientSecret secret) {
        return stored.sealedSecret().isEmpty()
                ? hashed.matches(stored.secretHashes(), secret)
                : opened(stored.sealedSecret())
                        .filter(kept -> Digests.same(kept.value(), secret.value()))
                        .isPresent();
    }

    /** The secrets themselves that count now, where they are kept so. */
    List<ClientSecret> secretsOf(Authentication authentication) {
        return authentication.sealedAt(clock.instant()).stream()
                .flatMap(text -> opened(text).stream())
                .toList();
    }

    private Optional<ClientSecret> opened(String sealed) {
        return sealer.open(PURPOSE, sealed).map(ClientSecret::new);
    }
}
