package dev.postern.identity.token.grant;

import dev.postern.data.database.Client;
import dev.postern.data.database.Grant;
import dev.postern.data.database.Grants;
import dev.postern.data.database.User;
import dev.postern.data.database.Users;
import dev.postern.data.refreshtoken.RefreshTokenStore.Beginning;
import dev.postern.identity.code.AuthorizationCodes;
import dev.postern.identity.code.IssuedCode;
import dev.postern.identity.resource.ResourceIndicators;
import dev.postern.identity.resource.Target;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.Service;
import dev.postern.protocol.Scope;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a code gives that nothing speaks against, be it of a browser or of a device. One insertion decides that it gives it once. */
@Service
class CodeRedemption {

    private final AuthorizationCodes codes;
    private final Grants grants;
    private final Users users;
    private final ResourceIndicators resources;
    private final RefreshTokens refreshTokens;
    private final HopTrace hops;

    @Inject
    CodeRedemption(
            AuthorizationCodes codes,
            Grants grants,
            Users users,
            ResourceIndicators resources,
            RefreshTokens refreshTokens,
            HopTrace hops) {
        this.codes = codes;
        this.grants = grants;
        this.users = users;
        this.resources = resources;
        this.refreshTokens = refreshTokens;
        this.hops = hops;
    }

    /** Why the person's answer counts no more, if it does not. */
    Optional<String> problem(IssuedCode code) {
        return codes.refusal(code)
                .or(() -> users.bySubject(code.subject()).filter(User::enabled).isPresent()
                        ? Optional.empty()
                        : Optional.of("the user is gone or disabled"));
    }

    /** @param resource what the token request names (RFC 8707 section 2.2) @throws dev.postern.protocol.OAuthRefused */
    Target target(Client client, IssuedCode code, List<String> resource) {
        Scope scope = code.grantedScope();
        return resources.narrowed(client, scope, scope, code.resource(), resource);
    }

    /** @param hash of the code, which counts once @return empty if it was spent before */
    Optional<Granted> spend(Client client, IssuedCode code, String hash, Target target, Instant now) {
        Optional<Beginning> family = refreshTokens.begin(client, code, now);
        Grant grant = grant(code, now);
        boolean first = family.map(begun -> grants.createOnce(grant, hash, begun.row()))
                .orElseGet(() -> grants.createOnce(grant, hash));
        if (!first) {
            return Optional.empty();
        }
        hops.passed(code.traceId(), Hop.H10, Remark.CODE_SPENT);
        family.ifPresent(begun -> refreshTokens.begun(code));
        return Optional.of(granted(client, code, target, family.map(Beginning::token)));
    }

    private Grant grant(IssuedCode code, Instant now) {
        Duration refreshLifetime = refreshTokens.absoluteLifetime(code, now);
        Instant lastRefresh = refreshLifetime.isNegative() ? now : now.plus(refreshLifetime);
        return new Grant(
                code.grantId(),
                code.clientId(),
                code.subject(),
                code.sessionId(),
                code.grantedScope(),
                code.resource(),
                code.grantedScope().has(Scope.OFFLINE_ACCESS),
                now,
                lastRefresh.plus(resources.longestLifetime()));
    }

    private static Granted granted(Client client, IssuedCode code, Target target, Optional<TokenValue> refreshToken) {
        Optional<Granted.Identity> identity = code.grantedScope().has(Scope.OPENID)
                ? Optional.of(new Granted.Identity(code.authTime(), code.nonce(), code.amr()))
                : Optional.empty();
        return new Granted(
                Granted.How.CODE,
                client,
                code.subject(),
                code.grantId(),
                code.sessionId(),
                target,
                code.claims(),
                Optional.of(code.authTime()),
                identity,
                refreshToken);
    }
}
