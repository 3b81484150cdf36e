package dev.postern.edge.gateway;

import dev.postern.bearer.AccessToken;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Metrics;
import dev.postern.platform.request.TrustedProxies;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The gateway's decision for a gateway in front of the server: nginx {@code auth_request}, Traefik or Caddy forward-auth.
 *
 * <p>Which request is meant is said by {@code X-Original-URI} and {@code X-Original-Method}, or {@code X-Forwarded-Uri} and {@code
 * X-Forwarded-Method}, and believed from trusted proxies only. It answers 204, 401 or 403, nothing else: whoever cannot decide denies.
 */
@WebServlet(urlPatterns = "/gateway/verify", asyncSupported = true)
public class VerifyServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient GatewayDecision decision;

    @Inject
    transient Exchanges exchanges;

    @Inject
    transient Refusals refusals;

    @Inject
    transient TrustedProxies trustedProxies;

    @Inject
    transient Metrics metrics;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        OriginalRequest original = OriginalRequest.of(request, trustedProxies);
        CompletableFuture<OwnAnswer> answer = decision.decide(
                        original.method(),
                        original.path(),
                        Collections.list(request.getHeaders("Authorization")),
                        CurrentRequest.get().traceId())
                .thenApply(this::passed);
        Later.goOn(request, answer, exchanges.answers(), exchanges.answers(), (granted, failure) -> {
            OwnAnswer known = failure == null ? granted : denial(failure, original);
            known.writeTo(response);
        });
    }

    private OwnAnswer passed(GatewayDecision.Passed passed) {
        metrics.count("postern_gateway_verified");
        return new OwnAnswer(204, identity(passed.token()), null);
    }

    private OwnAnswer denial(Throwable failure, OriginalRequest original) {
        GatewayRefused refused = refusals.of(failure, original.method(), original.path());
        Map<String, String> headers = new LinkedHashMap<>(refused.headers());
        headers.keySet().retainAll(Set.of("WWW-Authenticate"));
        return new OwnAnswer(status(refused), headers, null);
    }

    /** Whatever could not be decided is denied: 401 where another token may help, else 403. */
    static int status(GatewayRefused refused) {
        boolean anotherToken = refused.headers().containsKey("WWW-Authenticate") && refused.status() != 403;
        return anotherToken ? 401 : 403;
    }

    private static Map<String, String> identity(AccessToken token) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Auth-Subject", token.subject());
        headers.put("X-Auth-Client", token.clientId());
        headers.put("X-Auth-Scope", token.scope().wire());
        headers.values().removeIf(value -> !value.matches("[\\x20-\\x7e]+"));
        return headers;
    }

    /**
     * The request that the proxy asks about; with an empty path, which no route matches, where it does not say so, says so twice
     * differently, or is not trusted.
     */
    record OriginalRequest(String method, String path) {

        private static final OriginalRequest UNKNOWN = new OriginalRequest("", "");

        static OriginalRequest of(HttpServletRequest request, TrustedProxies proxies) {
            if (!proxies.trusts(request.getRemoteAddr())) {
                return UNKNOWN;
            }
            List<String> uris = values(request, "X-Original-URI", "X-Forwarded-Uri");
            List<String> methods = values(request, "X-Original-Method", "X-Forwarded-Method");
            if (uris.size() != 1 || methods.size() != 1) {
                return UNKNOWN;
            }
            return new OriginalRequest(methods.get(0), uris.get(0).split("\\?", 2)[0]);
        }

        private static List<String> values(HttpServletRequest request, String first, String second) {
            java.util.Set<String> values = new java.util.LinkedHashSet<>(Collections.list(request.getHeaders(first)));
            values.addAll(Collections.list(request.getHeaders(second)));
            return List.copyOf(values);
        }
    }
}
