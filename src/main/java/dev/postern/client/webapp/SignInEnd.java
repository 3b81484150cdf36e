package dev.postern.client.webapp;

import dev.postern.data.session.Region;
import dev.postern.data.session.SessionCache;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Digests;
import dev.postern.platform.Json;
import dev.postern.platform.Sealer;
import dev.postern.platform.Service;
import dev.postern.protocol.RequestParameters;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The authorization response and what follows from it: RFC 6749 section 4.1.2, RFC 9207, OpenID Connect Core section 3.1.3. H8, H9,
 * H12, H13.
 */
@Service
public class SignInEnd {

    private final AppIdentity identity;
    private final SessionCache cache;
    private final Sealer sealer;
    private final TokenCalls tokens;
    private final IdTokens idTokens;
    private final AppThreads threads;
    private final HopTrace hops;
    private final AppEntrance entrance;

    @Inject
    public SignInEnd(
            AppIdentity identity,
            SessionCache cache,
            Sealer sealer,
            TokenCalls tokens,
            IdTokens idTokens,
            AppThreads threads,
            HopTrace hops,
            AppEntrance entrance) {
        this.identity = identity;
        this.cache = cache;
        this.sealer = sealer;
        this.tokens = tokens;
        this.idTokens = idTokens;
        this.threads = threads;
        this.hops = hops;
        this.entrance = entrance;
    }

    /**
     * The cookie of the new session; fails with {@link SignInFailed}.
     *
     * @param browser the cookie of the browser that comes back
     */
    CompletableFuture<String> complete(RequestParameters answer, Optional<String> browser) {
        String state = answer.get("state").orElse("");
        SignInState remembered;
        try {
            remembered = remembered(state, browser);
            check(answer);
        } catch (SignInFailed failed) {
            return CompletableFuture.failedFuture(failed);
        }
        CurrentRequest current = CurrentRequest.get();
        String traceId = current.traceId();
        hops.passed(traceId, Hop.H8, Remark.CODE_ARRIVED);
        hops.passed(traceId, Hop.H9, Remark.AS_IS, "POST /token");
        return tokens.redeem(answer.get("code").orElseThrow(), remembered.verifier(), traceId)
                .thenCompose(answered -> idTokens.validate(answered, remembered.nonce())
                        .thenCompose(claims -> tokens.userInfo(
                                        answered.accessToken(), TokenAnswer.text(claims, "sub"), traceId)
                                .thenCompose(profile -> threads.store(
                                        current, () -> entrance.admit(answered, claims, profile, traceId)))));
    }

    /** Single use, and only by the browser that began: another one cannot spend it either. */
    private SignInState remembered(String state, Optional<String> browser) {
        String key = Digests.sha256(state);
        SignInState found = cache.get(Region.APP_STATE, key)
                .flatMap(stored -> sealer.open(SignInStart.SEALED_FOR, stored))
                .map(text -> Json.read(text, SignInState.class))
                .filter(stored -> browser.map(Digests::sha256)
                        .filter(hash -> Digests.same(stored.browserHash(), hash))
                        .isPresent())
                .orElseThrow(() -> new SignInFailed(SignInFailed.Reason.EXPIRED, "the state is not this browser's"));
        if (cache.take(Region.APP_STATE, key).isEmpty()) {
            throw new SignInFailed(SignInFailed.Reason.EXPIRED, "the state was used already");
        }
        return found;
    }

    private void check(RequestParameters answer) {
        if (!answer.get("iss").equals(Optional.of(identity.issuer()))) {
            throw new SignInFailed(SignInFailed.Reason.BAD_ANSWER, "iss is missing or another's");
        }
        if (answer.has("error")) {
            String error = answer.get("error").orElse("");
            throw new SignInFailed(SignInFailed.Reason.ofError(error), "the authorization server answered an error");
        }
        if (!answer.has("code")) {
            throw new SignInFailed(SignInFailed.Reason.BAD_ANSWER, "there is no code");
        }
    }
}
