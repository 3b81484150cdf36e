package dev.postern.identity.clientauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import dev.postern.data.database.client.Authentication;
import dev.postern.platform.Service;
import dev.postern.protocol.ClientSecret;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** client_secret_jwt: OpenID Connect Core section 9, HMACs as in RFC 7518 section 3.2 with keys that are at least as long as their hash. */
@Service
public class SecretMacs {

    /** The algorithms, each with the bytes that a secret has at least. */
    public static final Map<String, Integer> SHORTEST_KEYS = Map.of("HS256", 32, "HS384", 48, "HS512", 64);

    private final KeptSecrets kept;

    @Inject
    public SecretMacs(KeptSecrets kept) {
        this.kept = kept;
    }

    /** Compares in constant time. */
    boolean isBy(Authentication authentication, JWSObject signed) {
        return kept.secretsOf(authentication).stream().anyMatch(secret -> isBy(secret, signed));
    }

    private static boolean isBy(ClientSecret secret, JWSObject signed) {
        byte[] key = secret.value().getBytes(StandardCharsets.UTF_8);
        int shortest =
                SHORTEST_KEYS.getOrDefault(signed.getHeader().getAlgorithm().getName(), Integer.MAX_VALUE);
        if (key.length < shortest) {
            return false;
        }
        try {
            return signed.verify(new MACVerifier(key));
        } catch (JOSEException e) {
            return false;
        }
    }
}
