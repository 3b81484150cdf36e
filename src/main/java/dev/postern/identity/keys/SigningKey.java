package dev.postern.identity.keys;

import dev.postern.data.database.SigningKeyRow;
import java.util.Map;

/**
 * A signing key ready for use.
 *
 * @param publicJwk as published (RFC 7517)
 */
record SigningKey(
        String kid,
        JwsAlgorithm algorithm,
        SigningKeyRow.State state,
        Map<String, Object> publicJwk,
        Signatures.Verifier verifier,
        Signer signer) {

    SigningKey in(SigningKeyRow.State now) {
        return now == state ? this : new SigningKey(kid, algorithm, now, publicJwk, verifier, signer);
    }

    @Override
    public String toString() {
        return "SigningKey[" + kid + ", " + algorithm + ", " + state + "]";
    }
}
