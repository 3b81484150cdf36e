package dev.postern.identity.clientauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import dev.postern.data.database.Client;
import dev.postern.identity.clientkeys.ClientSignatures;
import dev.postern.identity.clientkeys.UsableKeys;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who made a client assertion: RFC 7515 section 5.2, by the method that the client registered, under the algorithm that it
 * registered or, if it registered none, one that we support.
 */
@Service
public class AssertionSignature {

    /** token_endpoint_auth_signing_alg_values_supported: never {@code none}. */
    public static final List<String> ALGORITHMS = Stream.concat(
                    UsableKeys.ALGORITHMS.stream(),
                    SecretMacs.SHORTEST_KEYS.keySet().stream().sorted())
            .toList();

    private static final Set<String> TYPES = Set.of("", "JWT", "client-authentication+jwt");

    private final ClientSignatures signatures;
    private final SecretMacs macs;
    private final JWK nobodysKey;

    @Inject
    public AssertionSignature(ClientSignatures signatures, SecretMacs macs) throws JOSEException {
        this.signatures = signatures;
        this.macs = macs;
        this.nobodysKey = new ECKeyGenerator(Curve.P_256).generate().toPublicJWK();
    }

    /** A client that does not exist costs a verification too. */
    boolean isAuthentic(SignedJWT jwt, Optional<Client> client) {
        if (client.isEmpty()) {
            signatures.isBy(nobodysKey, jwt); // as long as for a client that exists
            return false;
        }
        String registered = client.get().authentication().algorithm();
        String algorithm = jwt.getHeader().getAlgorithm().getName();
        return (registered.isEmpty() || registered.equals(algorithm))
                && TYPES.contains(typeOf(jwt.getHeader()))
                && isBy(client.get(), jwt);
    }

    private boolean isBy(Client client, SignedJWT jwt) {
        return switch (client.authentication().method()) {
            case PRIVATE_KEY_JWT -> signatures.isBy(client.keys(), jwt);
            case CLIENT_SECRET_JWT -> macs.isBy(client.authentication(), jwt);
            case CLIENT_SECRET_BASIC, CLIENT_SECRET_POST, NONE -> false;
        };
    }

    private static String typeOf(JWSHeader header) {
        JOSEObjectType type = header.getType();
        return type == null ? "" : type.getType();
    }
}
