package dev.postern.identity.token.grant;

import dev.postern.data.database.Client;
import dev.postern.data.refreshtoken.NewFamily;
import dev.postern.data.refreshtoken.RefreshTokenFamily;
import dev.postern.data.refreshtoken.RefreshTokenStore;
import dev.postern.data.refreshtoken.RefreshTokenStore.Beginning;
import dev.postern.identity.claims.UserClaims;
import dev.postern.identity.code.IssuedCode;
import dev.postern.identity.lifetime.SessionSettings;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.protocol.GrantedClaims;
import dev.postern.protocol.Scope;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a code gives a refresh token, and for how long: RFC 6749 section 1.5, OpenID Connect Core section 11. */
@Service
class RefreshTokens {

    private final RefreshTokenStore store;
    private final UserClaims userClaims;
    private final HopTrace hops;
    private final Duration idle;
    private final Duration absolute;
    private final Duration sessionIdle;

    @Inject
    RefreshTokens(RefreshTokenStore store, UserClaims userClaims, HopTrace hops, Settings settings) {
        this.store = store;
        this.userClaims = userClaims;
        this.hops = hops;
        this.idle = settings.get(GrantSettings.REFRESH_IDLE);
        this.absolute = settings.get(GrantSettings.REFRESH_ABSOLUTE);
        this.sessionIdle = settings.get(SessionSettings.IDLE);
    }

    /** Unused for as long as ends a session, a family that is not offline ends too. */
    Duration idleLifetime(boolean offline) {
        return offline || sessionIdle.compareTo(idle) > 0 ? idle : sessionIdle;
    }

    /** An offline family lives its own life; any other ends with the session at the latest. */
    Duration absoluteLifetime(IssuedCode code, Instant now) {
        Duration session = Duration.between(now, code.sessionEndsAt());
        return isOffline(code) || session.compareTo(absolute) > 0 ? absolute : session;
    }

    /** What begins a family, if the client's policy gives this code one. */
    Optional<Beginning> begin(Client client, IssuedCode code, Instant now) {
        Duration lifetime = absoluteLifetime(code, now);
        if (!isDue(client, code) || lifetime.isNegative() || lifetime.isZero()) {
            return Optional.empty();
        }
        return Optional.of(store.begin(new NewFamily(
                code.grantId(),
                code.clientId(),
                code.subject(),
                code.sessionId(),
                code.grantedScope(),
                code.resource(),
                code.claims(),
                isOffline(code),
                code.authTime(),
                now,
                lifetime,
                idleLifetime(isOffline(code)))));
    }

    /** The family's row is stored. */
    void begun(IssuedCode code) {
        hops.passed(code.traceId(), Hop.H11, isOffline(code) ? Remark.NEW_OFFLINE_FAMILY : Remark.NEW_FAMILY);
    }

    /** The claims that were granted one by one, as far as the client may still ask for a scope that releases them. */
    GrantedClaims claims(RefreshTokenFamily family, Client client) {
        return family.claims().isEmpty()
                ? GrantedClaims.NONE
                : family.claims().only(userClaims.releasedBy(client.access().scope()));
    }

    private static boolean isDue(Client client, IssuedCode code) {
        return client.mayUse(GrantType.REFRESH_TOKEN.wire())
                && switch (client.refresh().policy()) {
                    case NEVER -> false;
                    case WITH_OFFLINE_ACCESS -> isOffline(code);
                    case ALWAYS -> true;
                };
    }

    private static boolean isOffline(IssuedCode code) {
        return code.grantedScope().has(Scope.OFFLINE_ACCESS);
    }
}
