package dev.postern.client.webapp;

import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.Service;
import dev.postern.platform.Traces;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The app's back channel to the Token Service: token requests (H9, H12) and UserInfo (H13). */
@Service
public class TokenCalls {

    private final AppIdentity identity;
    private final AppThreads threads;
    private final HopTrace hops;

    @Inject
    public TokenCalls(AppIdentity identity, AppThreads threads, HopTrace hops) {
        this.identity = identity;
        this.threads = threads;
        this.hops = hops;
    }

    /** RFC 6749 section 4.1.3 with RFC 7636 section 4.5. */
    CompletableFuture<TokenAnswer> redeem(String code, String verifier, String traceId) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("grant_type", "authorization_code");
        parameters.put("code", code);
        parameters.put("redirect_uri", identity.redirectUri());
        parameters.put("code_verifier", verifier);
        parameters.put("resource", identity.resource());
        return token(parameters, traceId);
    }

    /** RFC 6749 section 6. */
    CompletableFuture<TokenAnswer> refresh(String refreshToken, String traceId) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("grant_type", "refresh_token");
        parameters.put("refresh_token", refreshToken);
        return token(parameters, traceId);
    }

    private CompletableFuture<TokenAnswer> token(Map<String, String> parameters, String traceId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(identity.backChannel("/token"))
                .header("Authorization", identity.authorization())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .header("traceparent", Traces.header(traceId))
                .POST(HttpRequest.BodyPublishers.ofString(SignInStart.form(parameters)));
        return threads.call(request).thenApply(TokenAnswer::of);
    }

    /** OpenID Connect Core section 5.3; the subject must be the ID token's (section 5.3.2). */
    CompletableFuture<Map<String, Object>> userInfo(String accessToken, String subject, String traceId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(identity.backChannel("/userinfo"))
                .header("Authorization", "Bearer " + accessToken)
                .header("Accept", "application/json")
                .header("traceparent", Traces.header(traceId));
        return threads.call(request).thenApply(response -> {
            Map<String, Object> claims = TokenAnswer.body(response);
            if (response.statusCode() != 200 || !subject.equals(claims.get("sub"))) {
                throw new SignInFailed(
                        SignInFailed.Reason.BAD_ANSWER,
                        "UserInfo answered " + response.statusCode() + " or for another");
            }
            hops.passed(traceId, Hop.H13, Remark.PROFILE, claims.size());
            return claims;
        });
    }
}
