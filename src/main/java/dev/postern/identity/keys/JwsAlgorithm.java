package dev.postern.identity.keys;

import java.util.Arrays;
import java.util.Optional;

/** The algorithms that this server signs with: RFC 7518 section 3.1. */
public enum JwsAlgorithm {
    ES256("SHA256withECDSAinP1363Format"),
    RS256("SHA256withRSA");

    private final String signatureName;

    JwsAlgorithm(String signatureName) {
        this.signatureName = signatureName;
    }

    /** The name in the Java Cryptography Architecture; its signatures have the form that JWS wants. */
    String signatureName() {
        return signatureName;
    }

    /** The algorithm of this wire name, if this server signs with it. */
    public static Optional<JwsAlgorithm> named(String wire) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.name().equals(wire))
                .findFirst();
    }
}
