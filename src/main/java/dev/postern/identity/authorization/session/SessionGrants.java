package dev.postern.identity.authorization.session;

import dev.postern.data.database.Grants;
import dev.postern.data.database.Participation;
import dev.postern.data.refreshtoken.RefreshTokenStore;
import dev.postern.identity.code.AuthorizationCodes;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What a session gave: codes, grants and refresh tokens, which end with it except offline ones (OpenID Connect Core section 11). */
@Service
class SessionGrants {

    private final Grants grants;
    private final RefreshTokenStore refreshTokens;
    private final AuthorizationCodes codes;
    private final Clock clock;

    @Inject
    SessionGrants(Grants grants, RefreshTokenStore refreshTokens, AuthorizationCodes codes, Clock clock) {
        this.grants = grants;
        this.refreshTokens = refreshTokens;
        this.codes = codes;
        this.clock = clock;
    }

    void keep(SsoSession session) {
        grants.keepOfSession(session.id(), session.endsAt());
    }

    /** In one transaction. @return who got something, offline or not */
    @Transactional
    public List<Participation> revoke(String sessionId, String reason) {
        Instant now = clock.instant();
        codes.refuseUnspentOf(sessionId); // first: a code that is redeemed from now on makes no new grant
        List<Participation> participants = grants.participants(sessionId);
        grants.revokeOfSession(sessionId, reason, now);
        refreshTokens.revokeSession(sessionId, reason, now);
        return participants;
    }
}
