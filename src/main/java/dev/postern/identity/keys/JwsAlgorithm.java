package dev.postern.identity.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The algorithms that this server signs with: RFC 7518 section 3.1 and, for Ed25519, RFC 8037 section 3.1. */
public enum JwsAlgorithm {
    ES256("ES256", "SHA256withECDSAinP1363Format", "SHA-256"),
    RS256("RS256", "SHA256withRSA", "SHA-256"),
    PS256("PS256", "RSASSA-PSS", "SHA-256"),
    /** Ed25519 only. */
    EDDSA("EdDSA", "Ed25519", "SHA-512");

    private final String wire;
    private final String signatureName;
    private final String hashName;

    JwsAlgorithm(String wire, String signatureName, String hashName) {
        this.wire = wire;
        this.signatureName = signatureName;
        this.hashName = hashName;
    }

    /** The name in headers and metadata. */
    public String wire() {
        return wire;
    }

    /** The name in the Java Cryptography Architecture; its signatures have the form that JWS wants. */
    String signatureName() {
        return signatureName;
    }

    /** Whether it is as long as a signature is: not every provider minds bytes after an Ed25519 one. An RSA signature is as long as its key. */
    boolean hasLengthOf(byte[] signature) {
        return switch (this) {
            case ES256, EDDSA -> signature.length == 64;
            case RS256, PS256 -> true;
        };
    }

    /** Tells a signature object what its name leaves open. */
    void configure(Signature signature) throws GeneralSecurityException {
        if (this == PS256) {
            signature.setParameter(new PSSParameterSpec(
                    "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, PSSParameterSpec.TRAILER_FIELD_BC));
        }
    }

    /** {@code at_hash} and {@code c_hash}: base64url of the left half of the hash that belongs to the algorithm, OpenID Connect Core section 3.1.3.6. */
    public String leftHalfHash(String value) {
        try {
            byte[] hash = MessageDigest.getInstance(hashName).digest(value.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + hashName, e);
        }
    }

    /** The algorithm of this wire name, if this server signs with it. */
    public static Optional<JwsAlgorithm> named(String wire) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.wire.equals(wire))
                .findFirst();
    }

    /** The wire names. */
    public static List<String> names() {
        return Arrays.stream(values()).map(JwsAlgorithm::wire).toList();
    }
}
