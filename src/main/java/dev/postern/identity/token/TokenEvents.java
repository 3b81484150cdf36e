package dev.postern.identity.token;

import dev.postern.data.queue.Event;
import dev.postern.data.queue.Event.TokenIssued;
import dev.postern.data.queue.Event.TokenRefreshed;
import dev.postern.data.queue.Event.TokenRefused;
import dev.postern.data.queue.Events;
import dev.postern.data.queue.EventsNotDurable;
import dev.postern.data.queue.TokenFacts;
import dev.postern.identity.clientauth.ClientNotAuthenticated;
import dev.postern.identity.token.grant.Granted;
import dev.postern.identity.token.grant.Granted.How;
import dev.postern.identity.token.grant.ReplayRefused;
import dev.postern.identity.token.mint.TokenResponse;
import dev.postern.platform.Metrics;
import dev.postern.platform.Service;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells the audit trail what the token endpoint did, after the transaction and before the answer (H22). */
@Service
class TokenEvents {

    /** RFC 8628 section 3.5. */
    private static final Set<OAuthErrorCode> ASK_AGAIN =
            EnumSet.of(OAuthErrorCode.AUTHORIZATION_PENDING, OAuthErrorCode.SLOW_DOWN);

    private final Events events;
    private final TokenService service;
    private final Metrics metrics;

    @Inject
    TokenEvents(Events events, TokenService service, Metrics metrics) {
        this.events = events;
        this.service = service;
        this.metrics = metrics;
    }

    /** @throws EventsNotDurable after what was granted has been taken back */
    void issued(TokenExchange exchange, Granted granted, TokenResponse response) {
        try {
            events.publish(event(exchange.facts(), granted, response));
        } catch (EventsNotDurable e) {
            undo(granted, e);
            throw e;
        }
        count(exchange, "issued");
    }

    /** If the database is away as well, nothing was handed out all the same: what was granted stays unknown to everybody. */
    private void undo(Granted granted, EventsNotDurable why) {
        try {
            service.undo(granted);
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }

    private static Event event(TokenFacts facts, Granted granted, TokenResponse response) {
        TokenFacts given = withScope(facts, response.scope().wire());
        if (granted.how() == How.CODE || granted.how() == How.CLIENT) {
            return new TokenIssued(
                    given,
                    granted.subject(),
                    granted.grantId(),
                    granted.sessionId(),
                    response.issued(),
                    response.tokenId());
        }
        return new TokenRefreshed(
                given,
                granted.subject(),
                granted.grantId(),
                granted.sessionId(),
                granted.how().name().toLowerCase(Locale.ROOT),
                response.tokenId());
    }

    private static TokenFacts withScope(TokenFacts facts, String scope) {
        return new TokenFacts(
                facts.clientId(),
                facts.grantType(),
                facts.clientAuthentication(),
                facts.redirectUri(),
                scope,
                facts.resource(),
                facts.pkceMethod());
    }

    /** A replay is told with what followed from it. That a device still waits is no event: it asks every few seconds. */
    void refused(TokenExchange exchange, OAuthRefused refusal) {
        TokenFacts facts = refusal instanceof ClientNotAuthenticated failed
                ? exchange.by(failed.clientId(), failed.method().wire()).facts()
                : exchange.facts();
        if (ASK_AGAIN.contains(refusal.code())) {
            count(exchange, refusal.code().wire());
            return;
        }
        List<Event> happened = new ArrayList<>();
        if (refusal instanceof ReplayRefused replay) {
            happened.add(replay.event());
        }
        happened.add(new TokenRefused(facts, "token", refusal.code().wire(), refusal.reason()));
        events.publish(happened);
        if (refusal instanceof ReplayRefused replay) {
            replay.notification().ifPresent(events::notify);
        }
        count(exchange, refusal.code().wire());
    }

    private void count(TokenExchange exchange, String outcome) {
        String grantType = dev.postern.identity.token.grant.GrantType.named(
                        exchange.facts().grantType())
                .map(known -> known.wire())
                .orElse("other");
        metrics.count("postern_token_requests", "grant_type", grantType, "outcome", outcome);
    }
}
