package dev.postern.identity.clientauth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.proc.JWSVerifierFactory;
import com.nimbusds.jwt.SignedJWT;
import dev.postern.data.database.Client;
import dev.postern.platform.CryptoProvider;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The signature of a client assertion: RFC 7515 section 5.2, by the keys that the client registered (RFC 7517), under an
 * algorithm that it registered or, if it registered none, that we support.
 */
@Service
public class AssertionSignature {

    /** token_endpoint_auth_signing_alg_values_supported: asymmetric only, never {@code none}. */
    public static final List<String> ALGORITHMS = List.of("ES256", "ES384", "RS256", "PS256");

    private static final Set<String> TYPES = Set.of("", "JWT", "client-authentication+jwt");
    private static final int MOST_KEYS_TRIED = 5;

    private final Cache<String, JWKSet> parsed =
            Caffeine.newBuilder().maximumSize(1_000).build();
    private final JWK nobodysKey;

    private final JWSVerifierFactory verifiers;

    @Inject
    public AssertionSignature(CryptoProvider crypto) throws JOSEException {
        this.verifiers = crypto.verifiers();
        this.nobodysKey = new ECKeyGenerator(Curve.P_256).generate();
    }

    /** A client that does not exist costs a verification too. */
    boolean isAuthentic(SignedJWT jwt, Optional<Client> client) {
        JWSHeader header = jwt.getHeader();
        String registered =
                client.map(found -> found.authentication().algorithm()).orElse("");
        boolean allowed = ALGORITHMS.contains(header.getAlgorithm().getName())
                && (registered.isEmpty()
                        || registered.equals(header.getAlgorithm().getName()))
                && TYPES.contains(typeOf(header));
        if (client.isEmpty()) {
            verifies(jwt, nobodysKey); // as long as for a client that exists
            return false;
        }
        return allowed
                && keys(client.get().keys().jwks()).getKeys().stream()
                        .filter(matcher(header)::matches)
                        .limit(MOST_KEYS_TRIED)
                        .anyMatch(key -> verifies(jwt, key));
    }

    private static String typeOf(JWSHeader header) {
        JOSEObjectType type = header.getType();
        return type == null ? "" : type.getType();
    }

    private static JWKMatcher matcher(JWSHeader header) {
        return JWKMatcher.forJWSHeader(new JWSHeader.Builder(header.getAlgorithm())
                .keyID(header.getKeyID())
                .build());
    }

    private JWKSet keys(String jwks) {
        return parsed.get(jwks, text -> {
            try {
                return text.isEmpty() ? new JWKSet() : JWKSet.parse(text);
            } catch (ParseException e) {
                throw new IllegalStateException("a registered key set cannot be read", e);
            }
        });
    }

    private boolean verifies(SignedJWT jwt, JWK key) {
        try {
            JWSVerifier verifier = verifiers.createJWSVerifier(jwt.getHeader(), ((AsymmetricJWK) key).toPublicKey());
            return jwt.verify(verifier);
        } catch (JOSEException e) {
            return false;
        }
    }
}
