package dev.postern.data.database;

import java.time.Instant;
import java.util.Optional;

/**
 * A signing key as stored.
 *
 * @param algorithm JWS algorithm: ES256, RS256 …
 * @param publicJwk the public JWK as JSON
 * @param sealedPrivate the private JWK, sealed under the master key
 */
public record SigningKeyRow(
        String kid,
        String algorithm,
        State state,
        String publicJwk,
        String sealedPrivate,
        Instant createdAt,
        Optional<Instant> activatedAt,
        Optional<Instant> retiredAt) {

    /** next: published, not yet signing. active: signing. retired: published until what it signed has expired. */
    public enum State {
        NEXT,
        ACTIVE,
        RETIRED
    }

    @Override
    public String toString() {
        return "SigningKeyRow[" + kid + ", " + algorithm + ", " + state + "]";
    }
}
