package dev.postern.identity.token.grant;

import dev.postern.data.database.Client;
import dev.postern.identity.resource.ResourceIndicators;
import dev.postern.identity.resource.Target;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import dev.postern.protocol.GrantedClaims;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.Scope;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/**
 * The client_credentials grant: RFC 6749 section 4.4. The subject is the client itself, and no user's claims are to be had.
 *
 * <p>Nothing is stored: the grant id is fresh, and only a revocation would write it down.
 */
@Service
public class ClientCredentialsGrant {

    /** Scope values that speak about a user. */
    private static final Set<String> OF_USERS =
            Set.of(Scope.OPENID, Scope.OFFLINE_ACCESS, "profile", "email", "address", "phone");

    private final ResourceIndicators resources;
    private final RandomValues random;

    @Inject
    public ClientCredentialsGrant(ResourceIndicators resources, RandomValues random) {
        this.resources = resources;
        this.random = random;
    }

    public Granted redeem(ClientCredentialsRequest request) {
        Client client = request.client().client();
        if (!request.client().isConfidential()) {
            throw new OAuthRefused(OAuthErrorCode.UNAUTHORIZED_CLIENT, "a public client has no credentials");
        }
        if (!resources.mayAsk(client, request.resource())) {
            throw new OAuthRefused(OAuthErrorCode.INVALID_TARGET, ResourceIndicators.REFUSED);
        }
        Scope available = client.access().scope().without(OF_USERS);
        Scope scope = request.scope().orElse(available);
        if (!available.covers(scope)) {
            throw new OAuthRefused(OAuthErrorCode.INVALID_SCOPE, "scope exceeds what the client may ask for itself");
        }
        Target target = resources.target(scope, resources.audience(client, scope, request.resource()));
        return new Granted(
                Granted.How.CLIENT,
                client,
                client.id(),
                random.identifier(),
                "",
                target,
                GrantedClaims.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
