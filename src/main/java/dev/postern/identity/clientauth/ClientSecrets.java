package dev.postern.identity.clientauth;

import dev.postern.platform.KeyedHashes;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import dev.postern.protocol.ClientSecret;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Client secrets (RFC 6749 section 2.3.1), stored as fast keyed hashes.
 *
 * <p>Secrets have the entropy of keys (we generate 256 bits and take no supplied one under 32 characters), so a slow hash would only
 * slow us down.
 */
@Service
public class ClientSecrets {

    /** The shortest secret that may be supplied instead of generated. */
    public static final int SHORTEST_SUPPLIED = 32;

    private final KeyedHashes hashes;
    private final RandomValues random;
    private final String nobodysHash;

    @Inject
    public ClientSecrets(KeyedHashes hashes, RandomValues random) {
        this.hashes = hashes;
        this.random = random;
        this.nobodysHash = hash(generate());
    }

    /** A new secret of 256 random bits. */
    public ClientSecret generate() {
        return new ClientSecret(random.secret());
    }

    /** @throws IllegalArgumentException if the secret is shorter than {@link #SHORTEST_SUPPLIED} characters */
    public String hash(ClientSecret secret) {
        if (secret.value().length() < SHORTEST_SUPPLIED) {
            throw new IllegalArgumentException("a client secret has at least " + SHORTEST_SUPPLIED + " characters");
        }
        return hashes.hash(KeyedHashes.CLIENT_SECRET, secret.value());
    }

    /** Whether the secret has one of these hashes. It takes as long for a client without hashes as for one with a wrong secret. */
    public boolean matches(List<String> stored, ClientSecret presented) {
        boolean matches = false;
        for (String hash : stored.isEmpty() ? List.of(nobodysHash) : stored) {
            matches |= hashes.matches(KeyedHashes.CLIENT_SECRET, hash, presented.value());
        }
        return matches && !stored.isEmpty();
    }
}
