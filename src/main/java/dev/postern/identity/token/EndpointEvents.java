package dev.postern.identity.token;

import dev.postern.data.queue.Event.AccessAudited;
import dev.postern.data.queue.Event.TokenRefused;
import dev.postern.data.queue.Event.TokenRevoked;
import dev.postern.data.queue.Events;
import dev.postern.data.queue.TokenFacts;
import dev.postern.identity.clientauth.ClientNotAuthenticated;
import dev.postern.platform.Metrics;
import dev.postern.platform.PlatformSettings;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.protocol.OAuthRefused;
import jakarta.inject.Inject;

/**
 * What introspection, revocation, userinfo and device authorization tell: refusals and revocations to the audit trail; successful look-ups are counted, and
 * audited only where a setting asks for it.
 */
@Service
public class EndpointEvents {

    private static final String BOX = "token service";

    private final Events events;
    private final Metrics metrics;
    private final boolean auditAccess;

    @Inject
    public EndpointEvents(Events events, Metrics metrics, Settings settings) {
        this.events = events;
        this.metrics = metrics;
        this.auditAccess = settings.get(PlatformSettings.AUDIT_ACCESS);
    }

    void looked(String endpoint, String outcome, String subject, String clientId, String grantId) {
        metrics.count("postern_token_lookups", "endpoint", endpoint, "outcome", outcome);
        if (auditAccess) {
            events.publish(new AccessAudited(BOX, subject, clientId, grantId, endpoint + " " + outcome));
        }
    }

    void revoked(TokenRevoked event) {
        metrics.count("postern_token_revocations", "kind", event.kind());
        events.publish(event);
    }

    public void refused(String endpoint, String clientId, OAuthRefused refusal) {
        boolean failed = refusal instanceof ClientNotAuthenticated;
        String known = refusal instanceof ClientNotAuthenticated unknown ? unknown.clientId() : clientId;
        String method = refusal instanceof ClientNotAuthenticated unknown
                ? unknown.method().wire()
                : "";
        metrics.count("postern_token_lookups", "endpoint", endpoint, "outcome", failed ? "unauthenticated" : "refused");
        TokenFacts facts = new TokenFacts(known, "", method, "", "", "", "");
        events.publish(new TokenRefused(facts, endpoint, refusal.code().wire(), refusal.reason()));
    }
}
