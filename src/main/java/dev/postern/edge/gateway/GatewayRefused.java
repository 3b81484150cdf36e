package dev.postern.edge.gateway;

import dev.postern.bearer.AccessToken;
import dev.postern.bearer.BearerRefused;
import dev.postern.platform.ProblemDetails;
import dev.postern.platform.request.BodyRefused;
import dev.postern.protocol.Scope;
import java.util.Map;

/** A request that the gateway does not forward. */
final class GatewayRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemDetails problem;
    private final transient Map<String, String> headers;
    private final boolean audited;
    private final String subject;
    private final String clientId;

    private GatewayRefused(String reason, ProblemDetails problem, Map<String, String> headers, boolean audited) {
        this(reason, problem, headers, audited, "", "");
    }

    private GatewayRefused(
            String reason,
            ProblemDetails problem,
            Map<String, String> headers,
            boolean audited,
            String subject,
            String clientId) {
        super(reason, null, false, false);
        this.problem = problem;
        this.headers = headers;
        this.audited = audited;
        this.subject = subject;
        this.clientId = clientId;
    }

    static GatewayRefused path() {
        return denied("hostile_path", 400, "Bad Request", "The path can be read in more than one way.");
    }

    static GatewayRefused query() {
        return denied("malformed_query", 400, "Bad Request", "The query is not a URI query.");
    }

    static GatewayRefused noRoute() {
        return denied("no_route", 404, "Not Found", "The gateway has no such route.");
    }

    static GatewayRefused method(String allowed) {
        ProblemDetails problem = new ProblemDetails(405, "Method Not Allowed", "The route does not serve this method.");
        return new GatewayRefused("method", problem, Map.of("Allow", allowed), true);
    }

    static GatewayRefused bearer(BearerRefused refused) {
        return bearer(refused, "", "");
    }

    /** A good token with too little scope: whose it is goes into the audit trail. */
    static GatewayRefused tooLittleScope(AccessToken token, Scope needed) {
        return bearer(BearerRefused.tooLittleScope(needed), token.subject(), token.clientId());
    }

    private static GatewayRefused bearer(BearerRefused refused, String subject, String clientId) {
        String title = switch (refused.status()) {
            case 400 -> "Bad Request";
            case 403 -> "Forbidden";
            default -> "Unauthorized";
        };
        return new GatewayRefused(
                refused.reason(),
                new ProblemDetails(refused.status(), title, refused.description()),
                Map.of("WWW-Authenticate", refused.challenge("gateway")),
                true,
                subject,
                clientId);
    }

    static GatewayRefused tooLarge(int mostBytes) {
        return failed("too_large", 413, "Content Too Large", "At most " + mostBytes + " bytes are forwarded.");
    }

    static GatewayRefused body(BodyRefused refused) {
        return switch (refused.status()) {
            case 408 -> failed("slow_request", 408, "Request Timeout", "The request took too long to arrive.");
            case 413 -> failed("too_large", 413, "Content Too Large", "The request is longer than what is forwarded.");
            case 503 -> unavailable();
            default -> failed("broken_request", 400, "Bad Request", "The request ends early.");
        };
    }

    static GatewayRefused unavailable() {
        ProblemDetails problem = new ProblemDetails(503, "Service Unavailable", "Try again in a moment.");
        return new GatewayRefused("unavailable", problem, Map.of("Retry-After", "1"), false);
    }

    static GatewayRefused upstreamDown() {
        return failed("upstream_down", 502, "Bad Gateway", "The service behind the gateway cannot be reached.");
    }

    static GatewayRefused upstreamSlow() {
        return failed(
                "upstream_slow", 504, "Gateway Timeout", "The service behind the gateway did not answer in time.");
    }

    static GatewayRefused broken() {
        return failed("broken", 500, "Internal Server Error", "We have been told about it.");
    }

    private static GatewayRefused denied(String reason, int status, String title, String detail) {
        return new GatewayRefused(reason, new ProblemDetails(status, title, detail), Map.of(), true);
    }

    private static GatewayRefused failed(String reason, int status, String title, String detail) {
        return new GatewayRefused(reason, new ProblemDetails(status, title, detail), Map.of(), false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    ProblemDetails problem() {
        return problem;
    }

    int status() {
        return problem.status();
    }

    Map<String, String> headers() {
        return headers;
    }

    /** Whose token was refused, empty if it was not good. */
    String subject() {
        return subject;
    }

    String clientId() {
        return clientId;
    }

    /** Whether the audit trail must know: the gateway decided against the caller, nothing merely failed. */
    boolean isAudited() {
        return audited;
    }
}
