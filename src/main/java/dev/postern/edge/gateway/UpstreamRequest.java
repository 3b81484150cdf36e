package dev.postern.edge.gateway;

import dev.postern.bearer.AccessToken;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Digests;
import dev.postern.platform.Issuer;
import dev.postern.platform.Traces;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.jspecify.annotations.Nullable;

/** The request as an upstream gets it: what the client may say, and what only the gateway says (RFC 7239, W3C Trace Context). */
final class UpstreamRequest {

    private UpstreamRequest() {}

    static HttpUriRequestBase of(
            HttpServletRequest request, GatewayDecision.Passed passed, CurrentRequest current, Issuer issuer) {
        HttpUriRequestBase upstream = new HttpUriRequestBase(
                request.getMethod(), target(passed.route().target(passed.path()), request.getQueryString()));
        copyHeaders(request, upstream);
        AccessToken token = passed.token();
        upstream.addHeader("Forwarded", forwarded(current, issuer));
        upstream.addHeader("X-Request-Id", current.requestId());
        upstream.addHeader("traceparent", Traces.header(traceId(current)));
        upstream.addHeader("X-Auth-Subject", headerText(token.subject()));
        upstream.addHeader("X-Auth-Client", headerText(token.clientId()));
        upstream.addHeader("X-Auth-Scope", token.scope().wire());
        return upstream;
    }

    private static URI target(String url, @Nullable String query) {
        try {
            return URI.create(query == null ? url : url + "?" + query);
        } catch (IllegalArgumentException e) {
            throw GatewayRefused.query();
        }
    }

    private static void copyHeaders(HttpServletRequest request, HttpUriRequestBase upstream) {
        Set<String> named = HeaderRules.named(Collections.list(request.getHeaders("Connection")));
        for (String name : Collections.list(request.getHeaderNames())) {
            if (HeaderRules.toUpstream(name, named)) {
                Collections.list(request.getHeaders(name)).forEach(value -> copy(upstream, name, value));
            }
        }
    }

    /** A malformed field is left out: nothing can be lost by it, for no server would read it. */
    private static void copy(HttpUriRequestBase upstream, String name, String value) {
        if (isToken(name) && isFieldValue(value)) {
            upstream.addHeader(name, value);
        }
    }

    /** RFC 9110 section 5.6.2. */
    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c >= 0x7f || "\"(),/:;<=>?@[\\]{}".indexOf(c) >= 0) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** RFC 9110 section 5.5: visible characters, blanks and tabs. */
    private static boolean isFieldValue(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7f || c > 0xff) {
                return false;
            }
        }
        return true;
    }

    private static String forwarded(CurrentRequest current, Issuer issuer) {
        String address = current.address();
        String node = address.indexOf(':') >= 0 ? "\"[" + address + "]\"" : address;
        URI outside = URI.create(issuer.value());
        return "for=" + node + ";host=\"" + outside.getRawAuthority() + "\";proto=" + outside.getScheme();
    }

    private static String traceId(CurrentRequest current) {
        return current.traceId().isEmpty()
                ? HexFormat.of().formatHex(Digests.sha256(current.requestId().getBytes(StandardCharsets.UTF_8)), 0, 16)
                : current.traceId();
    }

    private static String headerText(String text) {
        StringBuilder header = new StringBuilder(text);
        for (int i = 0; i < header.length(); i++) {
            if (header.charAt(i) < '!' || header.charAt(i) > '~') {
                header.setCharAt(i, '?');
            }
        }
        return header.toString();
    }
}
