package dev.postern.identity.cors;

import dev.postern.identity.http.Reply;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * The CORS protocol of the Fetch standard: preflights are answered here, other answers get the headers that let a page read them.
 *
 * <p>Credentials are never allowed: these endpoints know no cookie.
 */
@Service
public class Cors {

    private static final String REQUEST_METHOD = "Access-Control-Request-Method";
    private static final String REQUEST_HEADERS = "Access-Control-Request-Headers";
    private static final String VARY = "Vary";

    private final CorsPolicy policy;
    private final String preflightMaxAge;

    @Inject
    public Cors(CorsPolicy policy, Settings settings) {
        this.policy = policy;
        this.preflightMaxAge =
                Long.toString(settings.get(CorsSettings.PREFLIGHT_MAX_AGE).toSeconds());
    }

    /** Says in the response's headers who may read it. @return the whole answer if the request is a preflight */
    public Optional<Reply> preflight(HttpServletRequest request, HttpServletResponse response) {
        CorsPolicy.Endpoint endpoint = policy.endpoint(request.getServletPath());
        if (endpoint == null) {
            return Optional.empty();
        }
        if (endpoint.audience() == CorsPolicy.Audience.REGISTERED_ORIGINS) {
            response.addHeader(VARY, "Origin");
        }
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return Optional.empty();
        }
        Optional<String> allowed = policy.allowedOrigin(endpoint, origin);
        allowed.ifPresent(value -> {
            response.setHeader("Access-Control-Allow-Origin", value);
            response.setHeader("Access-Control-Expose-Headers", "WWW-Authenticate, Retry-After, X-Request-Id");
        });
        boolean asked = request.getMethod().equals("OPTIONS") && request.getHeader(REQUEST_METHOD) != null;
        return asked ? Optional.of(answer(endpoint, allowed.isPresent())) : Optional.empty();
    }

    private Reply answer(CorsPolicy.Endpoint endpoint, boolean allowed) {
        Reply answer = Reply.of(204).with(VARY, REQUEST_METHOD).with(VARY, REQUEST_HEADERS);
        return allowed
                ? answer.with("Access-Control-Allow-Methods", endpoint.methods())
                        .with("Access-Control-Allow-Headers", "Authorization, Content-Type, traceparent")
                        .with("Access-Control-Max-Age", preflightMaxAge)
                : answer;
    }
}
