package dev.postern.edge.gateway;

import dev.postern.bearer.AccessToken;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Digests;
import dev.postern.platform.Issuer;
import dev.postern.platform.Traces;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The request as an upstream gets it: what the client may say, and what only the gateway says (RFC 7239, W3C Trace Context). */
final class UpstreamRequest {

    private UpstreamRequest() {}

    static HttpRequest.Builder of(
            HttpServletRequest request,
            GatewayDecision.Passed passed,
            HttpRequest.BodyPublisher body,
            CurrentRequest current,
            Issuer issuer) {
        HttpRequest.Builder upstream = HttpRequest.newBuilder(
                        target(passed.route().target(passed.path()), request.getQueryString()))
                .method(request.getMethod(), body);
        copyHeaders(request, upstream);
        AccessToken token = passed.token();
        return upstream.header("Forwarded", forwarded(current, issuer))
                .header("X-Request-Id", current.requestId())
                .header("traceparent", Traces.header(traceId(current)))
                .header("X-Auth-Subject", headerText(token.subject()))
                .header("X-Auth-Client", headerText(token.clientId()))
                .header("X-Auth-Scope", token.scope().wire());
    }

    private static URI target(String url, @Nullable String query) {
        try {
            return URI.create(query == null ? url : url + "?" + query);
        } catch (IllegalArgumentException e) {
            throw GatewayRefused.query();
        }
    }

    private static void copyHeaders(HttpServletRequest request, HttpRequest.Builder upstream) {
        Set<String> named = HeaderRules.named(Collections.list(request.getHeaders("Connection")));
        for (String name : Collections.list(request.getHeaderNames())) {
            if (HeaderRules.toUpstream(name, named)) {
                Collections.list(request.getHeaders(name)).forEach(value -> copy(upstream, name, value));
            }
        }
    }

    /** A field that our HTTP client finds malformed is left out. */
    private static void copy(HttpRequest.Builder upstream, String name, String value) {
        try {
            upstream.header(name, value);
        } catch (IllegalArgumentException malformed) {
            // Nothing can be lost by it: no server would read such a field.
        }
    }

    private static String forwarded(CurrentRequest current, Issuer issuer) {
        String address = current.address();
        String node = address.indexOf(':') >= 0 ? "\"[" + address + "]\"" : address;
        URI outside = URI.create(issuer.value());
        return "for=" + node + ";host=\"" + outside.getRawAuthority() + "\";proto=" + outside.getScheme();
    }

    private static String traceId(CurrentRequest current) {
        return current.traceId().isEmpty()
                ? HexFormat.of()
                        .formatHex(
                                Digests.sha256(current.requestId().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                                0,
                                16)
                : current.traceId();
    }

    private static String headerText(String text) {
        return text.replaceAll("[^\\x21-\\x7e]", "?");
    }
}
