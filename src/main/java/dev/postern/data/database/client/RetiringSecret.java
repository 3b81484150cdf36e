package dev.postern.data.database.client;

import java.time.Instant;

/**
 * The secret before the current one, which counts for a while beside it so that a client can change without downtime.
 *
 * @param hash keyed hash, empty where the secret is sealed
 * @param sealed the secret under the master key where it is the key of an HMAC, else empty
 * @param until from then on it counts no more
 */
public record RetiringSecret(String hash, String sealed, Instant until) {

    public static final RetiringSecret NONE = new RetiringSecret("", "", Instant.EPOCH);

    public boolean countsAt(Instant now) {
        return now.isBefore(until);
    }

    @Override
    public String toString() {
        return "RetiringSecret[until " + until + "]";
    }
}
