package dev.postern.identity.clientauth;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.postern.data.database.Client;
import dev.postern.data.database.Clients;
import dev.postern.data.database.client.ClientAuthenticationMethod;
import dev.postern.data.session.Region;
import dev.postern.data.session.SessionCache;
import dev.postern.platform.Digests;
import dev.postern.platform.Service;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.RequestParameters;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * private_key_jwt and client_secret_jwt: RFC 7523 sections 2.2 and 3, OpenID Connect Core section 9.
 *
 * <p>An assertion serves once: its jti is remembered until it has expired.
 */
@Service
class ClientAssertions {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final Clients clients;
    private final AssertionSignature signature;
    private final AssertionClaims claims;
    private final SessionCache cache;
    private final Clock clock;

    @Inject
    ClientAssertions(
            Clients clients, AssertionSignature signature, AssertionClaims claims, SessionCache cache, Clock clock) {
        this.clients = clients;
        this.signature = signature;
        this.claims = claims;
        this.cache = cache;
        this.clock = clock;
    }

    AuthenticatedClient authenticate(RequestParameters parameters) {
        Assertion assertion = parse(parameters);
        Optional<Client> found = clients.find(assertion.clientId());
        boolean authentic = signature.isAuthentic(assertion.jwt(), found);
        Client client = found.orElseThrow(
                () -> ClientNotAuthenticated.unknown(assertion.clientId(), ClientAuthenticationMethod.PRIVATE_KEY_JWT));
        if (!client.authentication().method().usesAssertion()) {
            throw refused(client.id(), "not the registered authentication method");
        }
        if (!authentic) {
            throw refused(client.id(), "the assertion is not signed by a registered key or secret");
        }
        claims.problem(assertion.claims(), client).ifPresent(problem -> {
            throw refused(client.id(), problem);
        });
        spend(assertion.claims(), client);
        return new AuthenticatedClient(client, client.authentication().method());
    }

    /** An assertion whose signature nobody has looked at yet. */
    private record Assertion(SignedJWT jwt, JWTClaimsSet claims, String clientId) {}

    private static Assertion parse(RequestParameters parameters) {
        String text = parameters.get("client_assertion").orElseThrow(ClientAssertions::incomplete);
        String type = parameters.get("client_assertion_type").orElseThrow(ClientAssertions::incomplete);
        if (!type.equals(TYPE)) {
            throw refused("", "the assertion type is not " + TYPE);
        }
        try {
            SignedJWT jwt = SignedJWT.parse(text);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            String clientId = claims.getSubject() == null ? "" : claims.getSubject();
            if (!parameters.get("client_id").orElse(clientId).equals(clientId)) {
                throw refused("", "client_id differs from the assertion's subject");
            }
            return new Assertion(jwt, claims, clientId);
        } catch (ParseException e) {
            throw refused("", "the assertion is not a signed JWT");
        }
    }

    private void spend(JWTClaimsSet claimsSet, Client client) {
        String key = Digests.sha256(client.id() + " " + claimsSet.getJWTID());
        Duration remembered = Duration.between(
                        clock.instant(), claimsSet.getExpirationTime().toInstant())
                .plus(claims.clockSkew())
                .plusSeconds(1);
        if (!cache.putIfAbsent(Region.ASSERTION, key, "1", remembered)) {
            throw refused(client.id(), "the assertion was used before");
        }
    }

    private static OAuthRefused incomplete() {
        return new OAuthRefused(
                OAuthErrorCode.INVALID_REQUEST, "client_assertion and client_assertion_type belong together");
    }

    private static ClientNotAuthenticated refused(String clientId, String reason) {
        return new ClientNotAuthenticated(clientId, ClientAuthenticationMethod.PRIVATE_KEY_JWT, reason);
    }
}
