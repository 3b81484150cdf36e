package dev.postern.identity.token.grant;

import dev.postern.data.database.Grants;
import dev.postern.data.queue.Event.CodeReplayed;
import dev.postern.data.queue.Event.RefreshTokenReplayed;
import dev.postern.data.queue.Notification;
import dev.postern.data.queue.TokenFacts;
import dev.postern.data.refreshtoken.RefreshTokenFamily;
import dev.postern.data.refreshtoken.RefreshTokenStore;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What follows when something that serves once comes twice: the grant and its refresh token family are revoked (RFC 6749 section
 * 4.1.2, RFC 9700 section 4.14.2). Its transaction commits although the answer is an error.
 */
@Service
public class Replays {

    private final Grants grants;
    private final RefreshTokenStore families;
    private final RandomValues random;
    private final Clock clock;

    @Inject
    public Replays(Grants grants, RefreshTokenStore families, RandomValues random, Clock clock) {
        this.grants = grants;
        this.families = families;
        this.random = random;
        this.clock = clock;
    }

    /** In a transaction of its own. */
    @Transactional
    public ReplayRefused ofCode(TokenFacts request, String grantId, String subject) {
        revoke(grantId, "code replayed");
        return new ReplayRefused(
                AuthorizationCodeGrant.UNUSABLE,
                "the code was spent before",
                new CodeReplayed(request, subject, grantId),
                Optional.empty());
    }

    /** In a transaction of its own. */
    @Transactional
    public ReplayRefused ofRefreshToken(RefreshRequest request, RefreshTokenFamily family) {
        revoke(family.grantId(), "refresh token replayed");
        Notification notification = new Notification(
                random.identifier(),
                Notification.Kind.REFRESH_TOKEN_REPLAYED,
                family.subject(),
                clock.instant(),
                CurrentRequest.get().traceId(),
                Map.of("client", request.client().id()));
        return new ReplayRefused(
                RefreshTokenGrant.UNUSABLE,
                "the refresh token was spent before",
                new RefreshTokenReplayed(request.facts(), family.subject(), family.grantId(), family.sessionId()),
                Optional.of(notification));
    }

    private void revoke(String grantId, String reason) {
        grants.revoke(grantId, reason, clock.instant());
        families.revokeGrant(grantId, reason, clock.instant());
    }
}
