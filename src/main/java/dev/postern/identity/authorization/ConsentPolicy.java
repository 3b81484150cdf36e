package dev.postern.identity.authorization;

import dev.postern.data.database.Client;
import dev.postern.data.database.Consents;
import dev.postern.data.database.Permissions;
import dev.postern.identity.authorization.request.AuthorizationRequest;
import dev.postern.identity.authorization.request.RequestedClaims;
import dev.postern.identity.authorization.request.VerifiedReturn;
import dev.postern.platform.Service;
import dev.postern.protocol.Scope;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** When a person is asked for consent, and remembering the answer: OpenID Connect Core sections 3.1.2.4 and 11, RFC 8252 section 8.6. */
@Service
class ConsentPolicy {

    private final Consents consents;
    private final RequestedClaims claims;
    private final Clock clock;

    @Inject
    ConsentPolicy(Consents consents, RequestedClaims claims, Clock clock) {
        this.consents = consents;
        this.claims = claims;
        this.clock = clock;
    }

    /** Whether the person must be asked. */
    enum Need {
        NOTHING,
        /** The scope was not granted yet, or the client wants it asked again. */
        CONSENT,
        /** It was granted, but the client cannot be told from another program on the same machine. */
        INTERACTION
    }

    /**
     * Whether the consent page must be shown.
     *
     * @param request with the scope that counts
     * @param justSignedIn the person has just typed their password for this very request, so it does not go by unseen
     */
    Need need(AuthorizationRequest request, VerifiedReturn to, String subject, boolean justSignedIn) {
        Permissions asked = asked(request, to.client());
        boolean granted = isWaived(to.client(), asked) || isRemembered(to.client(), asked, subject);
        if (request.prompts(AuthorizationRequest.CONSENT) || !granted) {
            return Need.CONSENT;
        }
        return to.isImpersonable() && !justSignedIn ? Need.INTERACTION : Need.NOTHING;
    }

    /** An administrator has decided for everybody; offline access is the person's own to give. */
    private static boolean isWaived(Client client, Permissions asked) {
        return client.access().firstParty() && !asked.scope().has(Scope.OFFLINE_ACCESS);
    }

    private boolean isRemembered(Client client, Permissions asked, String subject) {
        return consents.find(subject, client.id())
                .map(granted -> granted.covers(asked))
                .orElse(false);
    }

    /** What the person is asked for: the scope, and claims that it does not release. */
    Permissions asked(AuthorizationRequest request, Client client) {
        return claims.permissions(request, client);
    }

    @Transactional
    public void remember(String subject, String clientId, Permissions given) {
        consents.remember(subject, clientId, given, clock.instant());
    }
}
