package dev.postern.platform;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Fast keyed hashes of high-entropy secrets, such as client secrets: HMAC-SHA256 under the master key.
 *
 * <p>Who has the database alone can test no guess. The stored form is {@code version:base64url(HMAC)}; the purpose is part of the
 * key, so that equal secrets of different purposes have different hashes.
 */
@Service
public class KeyedHashes {

    /** The purpose under which client secrets are hashed. */
    public static final String CLIENT_SECRET = "client-secret";

    private final MasterKeys masterKeys;

    @Inject
    public KeyedHashes(MasterKeys masterKeys) {
        this.masterKeys = masterKeys;
    }

    /** The hash under the current master key. */
    public String hash(String purpose, String secret) {
        return hash(purpose, secret, masterKeys.currentVersion());
    }

    private String hash(String purpose, String secret, int version) {
        byte[] mac = MasterKeys.hmac(masterKeys.derive(purpose, version), secret.getBytes(StandardCharsets.UTF_8));
        return version + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    /** Compares in constant time; false too if the stored hash was made under a master key that we no longer have. */
    public boolean matches(String purpose, String storedHash, String presented) {
        int colon = storedHash.indexOf(':');
        if (colon < 1 || colon > 3) {
            return false;
        }
        int version = Integer.parseInt(storedHash, 0, colon, 10);
        return masterKeys.knows(version) && Digests.same(storedHash, hash(purpose, presented, version));
    }
}
