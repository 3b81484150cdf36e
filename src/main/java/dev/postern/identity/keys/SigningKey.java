package dev.postern.identity.keys;

import dev.postern.data.database.SigningKeyRow;
import java.security.PrivateKey;
import java.security.PublicKey;
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
        PublicKey publicKey,
        PrivateKey privateKey) {

    @Override
    public String toString() {
        return "SigningKey[" + kid + ", " + algorithm + ", " + state + "]";
    }
}
