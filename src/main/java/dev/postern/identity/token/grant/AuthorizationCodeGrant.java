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
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Service;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.Scope;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The authorization_code grant: RFC 6749 section 4.1.3, with PKCE (RFC 7636).
 *
 * <p>The cache finds what the code stands for; the unique constraint on its hash decides that it is spent once. Whoever loses that
 * race, or comes later, revokes what the winner was given. A wrong client, redirect URI or verifier does not spend the code.
 */
@Service
public class AuthorizationCodeGrant {

    static final String UNUSABLE = "the code is unknown, expired, spent or was issued for something else";

    private final AuthorizationCodes codes;
    private final Grants grants;
    private final Users users;
    private final ResourceIndicators resources;
    private final RefreshTokens refreshTokens;
    private final Replays replays;
    private final HopTrace hops;
    private final Clock clock;

    @Inject
    public AuthorizationCodeGrant(
            AuthorizationCodes codes,
            Grants grants,
            Users users,
            ResourceIndicators resources,
            RefreshTokens refreshTokens,
            Replays replays,
            HopTrace hops,
            Clock clock) {
        this.codes = codes;
        this.grants = grants;
        this.users = users;
        this.resources = resources;
        this.refreshTokens = refreshTokens;
        this.replays = replays;
        this.hops = hops;
        this.clock = clock;
    }

    /** Needs no transaction: one insertion decides. @throws OAuthRefused */
    public Granted redeem(CodeRequest request) {
        IssuedCode code = codes.find(request.code()).orElseThrow(() -> refused(request, "the code is unknown"));
        CurrentRequest.joinTrace(code.traceId());
        hops.passed(code.traceId(), Hop.H9, Remark.AS_IS, "authorization_code + code_verifier");
        Instant now = clock.instant();
        problem(request, code, now).ifPresent(problem -> {
            throw refused(request, problem);
        });
        Target target = target(request, code);
        Optional<Beginning> family = refreshTokens.begin(request.client().client(), code, now);
        if (!spend(request, grant(code, now), family)) {
            throw replays.ofCode(request, code.grantId(), code.subject());
        }
        hops.passed(code.traceId(), Hop.H10, Remark.CODE_SPENT);
        family.ifPresent(begun -> refreshTokens.begun(code));
        return granted(request.client().client(), code, target, family.map(Beginning::token));
    }

    private boolean spend(CodeRequest request, Grant grant, Optional<Beginning> family) {
        String codeHash = request.code().hash();
        return family.map(begun -> grants.createOnce(grant, codeHash, begun.row()))
                .orElseGet(() -> grants.createOnce(grant, codeHash));
    }

    private Optional<String> problem(CodeRequest request, IssuedCode code, Instant now) {
        if (code.expiredAt(now)) {
            return Optional.of("the code has expired");
        }
        if (!code.clientId().equals(request.client().id())) {
            return Optional.of("the code was issued to another client");
        }
        boolean sameRedirectUri =
                request.redirectUri().map(code.redirectUri()::equals).orElse(!code.redirectUriSent());
        if (!sameRedirectUri) {
            return Optional.of("redirect_uri is not that of the authorization request");
        }
        return CodeVerifierCheck.problem(code.codeChallenge(), request.verifier())
                .or(() -> codes.refusal(code))
                .or(() -> users.bySubject(code.subject()).filter(User::enabled).isPresent()
                        ? Optional.empty()
                        : Optional.of("the user is gone or disabled"));
    }

    /** A code that was spent before is a replay, whatever else is wrong with the request: the grant it made is looked for. */
    private OAuthRefused refused(CodeRequest request, String reason) {
        return grants.ofCode(request.code().hash())
                .<OAuthRefused>map(grant -> replays.ofCode(request, grant.id(), grant.subject()))
                .orElseGet(() -> new OAuthRefused(OAuthErrorCode.INVALID_GRANT, UNUSABLE, reason));
    }

    private Target target(CodeRequest request, IssuedCode code) {
        Scope scope = code.grantedScope();
        return resources.narrowed(request.client().client(), scope, scope, code.resource(), request.resource());
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
