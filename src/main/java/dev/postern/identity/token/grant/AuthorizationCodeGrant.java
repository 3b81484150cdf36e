package dev.postern.identity.token.grant;

import dev.postern.data.database.Grants;
import dev.postern.identity.code.AuthorizationCodes;
import dev.postern.identity.code.IssuedCode;
import dev.postern.identity.resource.Target;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Service;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import jakarta.inject.Inject;
import java.time.Clock;
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
    private final CodeRedemption redemption;
    private final Replays replays;
    private final HopTrace hops;
    private final Clock clock;

    @Inject
    AuthorizationCodeGrant(
            AuthorizationCodes codes,
            Grants grants,
            CodeRedemption redemption,
            Replays replays,
            HopTrace hops,
            Clock clock) {
        this.codes = codes;
        this.grants = grants;
        this.redemption = redemption;
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
        Target target = redemption.target(request.client().client(), code, request.resource());
        return redemption
                .spend(request.client().client(), code, request.code().hash(), target, now)
                .orElseThrow(() -> replays.ofCode(request.facts(), code.grantId(), code.subject()));
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
                .or(() -> redemption.problem(code));
    }

    /** A code that was spent before is a replay, whatever else is wrong with the request: the grant it made is looked for. */
    private OAuthRefused refused(CodeRequest request, String reason) {
        return grants.ofCode(request.code().hash())
                .<OAuthRefused>map(grant -> replays.ofCode(request.facts(), grant.id(), grant.subject()))
                .orElseGet(() -> new OAuthRefused(OAuthErrorCode.INVALID_GRANT, UNUSABLE, reason));
    }
}
