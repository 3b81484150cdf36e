package dev.postern.identity.registration;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;

/** Which keys a client may register for private_key_jwt: RFC 7517, with the key sizes of RFC 7518 section 3.1. */
final class KeySetRules {

    static final Set<String> ASSERTION_ALGORITHMS = Set.of("ES256", "RS256", "PS256");

    private static final int MOST_KEYS = 20;
    private static final int SHORTEST_RSA = 2048;

    private KeySetRules() {}

    /** @param algorithm the one that the client is bound to, empty: any of ours */
    static Optional<String> refuse(String jwks, String algorithm) {
        JWKSet set;
        try {
            set = JWKSet.parse(jwks);
        } catch (ParseException e) {
            return Optional.of("is not a JSON Web Key Set (RFC 7517 section 5)");
        }
        if (set.isEmpty() || set.size() > MOST_KEYS) {
            return Optional.of("must hold 1 to " + MOST_KEYS + " keys");
        }
        for (JWK key : set.getKeys()) {
            Optional<String> refused = refuse(key);
            if (refused.isPresent()) {
                return refused;
            }
        }
        return set.getKeys().stream().anyMatch(key -> fits(key, algorithm))
                ? Optional.empty()
                : Optional.of("holds no key for " + algorithm);
    }

    private static Optional<String> refuse(JWK key) {
        if (key.isPrivate()) {
            return Optional.of("must hold public keys only");
        }
        if (key.getKeyUse() != null && !KeyUse.SIGNATURE.equals(key.getKeyUse())) {
            return Optional.of("must hold keys of use sig only");
        }
        return switch (key.getKeyType().getValue()) {
            case "RSA" ->
                key.size() < SHORTEST_RSA
                        ? Optional.of("an RSA key must have at least " + SHORTEST_RSA + " bits")
                        : Optional.empty();
            case "EC" -> refuse(key.toECKey());
            default -> Optional.of("must hold RSA keys or P-256 keys only");
        };
    }

    private static Optional<String> refuse(ECKey key) {
        try {
            key.toECPublicKey();
        } catch (JOSEException | IllegalStateException e) {
            return Optional.of("holds an EC key that is not on its curve");
        }
        return key.getCurve().getName().equals("P-256") ? Optional.empty() : Optional.of("an EC key must be P-256");
    }

    private static boolean fits(JWK key, String algorithm) {
        return switch (algorithm) {
            case "" -> true;
            case "ES256" -> key instanceof ECKey;
            default -> key instanceof RSAKey;
        };
    }
}
