package dev.postern.identity.clientkeys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.CurveBasedJWK;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.List;

/** Which public keys serve to verify what a client signed: RFC 7517 section 4.2, sizes as in RFC 7518 section 3.3. */
public final class UsableKeys {

    /** What clients may sign with: asymmetric only, never {@code none}. */
    public static final List<String> ALGORITHMS = List.of("ES256", "RS256", "PS256", "EdDSA");

    public static final int SHORTEST_RSA = 2048;

    private UsableKeys() {}

    /** Whether it is a public key for signatures, of a kind and size that we take. */
    public static boolean isUsable(JWK key) {
        boolean forSignatures = key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse());
        return forSignatures && !key.isPrivate() && ALGORITHMS.stream().anyMatch(algorithm -> fits(key, algorithm));
    }

    /** Whether signatures of this algorithm may be made with the key. */
    public static boolean fits(JWK key, String algorithm) {
        if (key.getAlgorithm() != null && !key.getAlgorithm().getName().equals(algorithm)) {
            return false;
        }
        return switch (algorithm) {
            case "ES256" -> key instanceof ECKey ec && isOnP256(ec);
            case "RS256", "PS256" -> key instanceof RSAKey rsa && rsa.size() >= SHORTEST_RSA;
            case "EdDSA" -> key instanceof OctetKeyPair pair && Curve.Ed25519.equals(pair.getCurve());
            default -> false;
        };
    }

    /** Its kind with the curve or the size: {@code EC P-256}, {@code RSA 2048}. */
    static String described(JWK key) {
        String size = key instanceof CurveBasedJWK curved
                ? curved.getCurve().getName()
                : key instanceof RSAKey rsa ? Integer.toString(rsa.size()) : "";
        return (key.getKeyType().getValue() + " " + size).strip();
    }

    private static boolean isOnP256(ECKey key) {
        try {
            key.toECPublicKey();
            return Curve.P_256.equals(key.getCurve());
        } catch (JOSEException | IllegalStateException e) {
            return false; // the point is not on its curve
        }
    }
}
