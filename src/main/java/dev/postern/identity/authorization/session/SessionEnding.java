package dev.postern.identity.authorization.session;

import dev.postern.data.database.Grants;
import dev.postern.data.refreshtoken.RefreshTokenStore;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** What ends with a session: grants and refresh tokens, except offline ones (OpenID Connect Core section 11). */
@Service
public class SessionEnding {

    private final Grants grants;
    private final RefreshTokenStore refreshTokens;
    private final Clock clock;

    @Inject
    public SessionEnding(Grants grants, RefreshTokenStore refreshTokens, Clock clock) {
        this.grants = grants;
        this.refreshTokens = refreshTokens;
        this.clock = clock;
    }

    /** In one transaction. */
    @Transactional
    public void revokeWhatItGave(String sessionId, String reason) {
        Instant now = clock.instant();
        grants.revokeOfSession(sessionId, reason, now);
        refreshTokens.revokeSession(sessionId, reason, now);
    }
}
