package dev.postern.identity.credential;

import dev.postern.data.database.Grants;
import dev.postern.data.queue.Event;
import dev.postern.data.queue.Event.TokenRevoked;
import dev.postern.data.refreshtoken.RefreshTokenStore;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody who knew the old password may have given to applications, offline access too: it is revoked with the password (RFC 9700 section
 * 4.14.2, docs/adr/0170).
 */
@Service
public class OldAccess {

    private static final String REASON = "password changed";

    private final Grants grants;
    private final RefreshTokenStore refreshTokens;
    private final Clock clock;

    @Inject
    public OldAccess(Grants grants, RefreshTokenStore refreshTokens, Clock clock) {
        this.grants = grants;
        this.refreshTokens = refreshTokens;
        this.clock = clock;
    }

    /**
     * Joins the caller's transaction.
     *
     * @param keptSession whose grants stay; empty: none do
     * @return what happened
     */
    public List<Event> revoke(String subject, String keptSession) {
        Instant now = clock.instant();
        List<Event> happened = new ArrayList<>();
        for (String grant : grants.revokeOfOtherSessions(subject, keptSession, REASON, now)) {
            refreshTokens.revokeGrant(grant, REASON, now);
            happened.add(new TokenRevoked(subject, "", grant, "grant", REASON));
        }
        return happened;
    }
}
