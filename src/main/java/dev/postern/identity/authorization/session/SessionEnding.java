package dev.postern.identity.authorization.session;

import dev.postern.data.database.Grants;
import dev.postern.data.refreshtoken.RefreshTokenStore;
import dev.postern.identity.code.AuthorizationCodes;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** What ends with a session: codes, grants and refresh tokens, except offline ones (OpenID Connect Core section 11). */
@Service
public class SessionEnding {

    private final Grants grants;
    private final RefreshTokenStore refreshTokens;
    private final AuthorizationCodes codes;
    private final Clock clock;

    @Inject
    public SessionEnding(Grants grants, RefreshTokenStore refreshTokens, AuthorizationCodes codes, Clock clock) {
        this.grants = grants;
        this.refreshTokens = refreshTokens;
        this.codes = codes;
        this.clock = clock;
    }

    /** In one transaction. */
    @Transactional
    public void revokeWhatItGave(String sessionId, String reason) {
        Instant now = clock.instant();
        codes.refuseUnspentOf(sessionId); // first: a code that is redeemed from now on makes no new grant
        grants.revokeOfSession(sessionId, reason, now);
        refreshTokens.revokeSession(sessionId, reason, now);
    }
}
