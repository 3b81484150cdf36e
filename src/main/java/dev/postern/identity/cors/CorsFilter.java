package dev.postern.identity.cors;

import dev.postern.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/**
 * The CORS protocol of the Fetch standard: preflights are answered here, other answers get the headers that let a page read them.
 *
 * <p>Credentials are never allowed: these endpoints know no cookie.
 */
@Provider
@PreMatching
@ApplicationScoped
public class CorsFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String REQUEST_METHOD = "Access-Control-Request-Method";
    private static final String REQUEST_HEADERS = "Access-Control-Request-Headers";

    @Inject
    CorsPolicy policy;

    @Inject
    Settings settings;

    /** The origin is looked up before the request is answered, so that a store that is away is met here and not in the answer. */
    @Override
    public void filter(ContainerRequestContext request) {
        String origin = request.getHeaderString("Origin");
        Optional<CorsPolicy.Endpoint> endpoint = endpoint(request);
        if (origin == null || endpoint.isEmpty()) {
            return;
        }
        Optional<String> allowed = policy.allowedOrigin(endpoint.get(), origin);
        allowed.ifPresent(value -> request.setProperty(ALLOW_ORIGIN, value));
        if (request.getMethod().equals(HttpMethod.OPTIONS) && request.getHeaderString(REQUEST_METHOD) != null) {
            request.abortWith(preflight(endpoint.get(), allowed.isPresent()));
        }
    }

    /** The response filter adds the origin. */
    private Response preflight(CorsPolicy.Endpoint endpoint, boolean allowed) {
        Response.ResponseBuilder answer = Response.noContent();
        if (allowed) {
            answer.header("Access-Control-Allow-Methods", endpoint.methods())
                    .header("Access-Control-Allow-Headers", "Authorization, Content-Type, traceparent")
                    .header(
                            "Access-Control-Max-Age",
                            settings.get(CorsSettings.PREFLIGHT_MAX_AGE).toSeconds());
        }
        return answer.header(HttpHeaders.VARY, REQUEST_METHOD)
                .header(HttpHeaders.VARY, REQUEST_HEADERS)
                .build();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Optional<CorsPolicy.Endpoint> endpoint = endpoint(request);
        if (endpoint.isEmpty()) {
            return;
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        if (endpoint.get().audience() == CorsPolicy.Audience.REGISTERED_ORIGINS) {
            headers.add(HttpHeaders.VARY, "Origin");
        }
        Object allowed = request.getProperty(ALLOW_ORIGIN);
        if (allowed != null) {
            headers.putSingle(ALLOW_ORIGIN, allowed);
            headers.putSingle("Access-Control-Expose-Headers", "WWW-Authenticate, Retry-After, X-Request-Id");
        }
    }

    private Optional<CorsPolicy.Endpoint> endpoint(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return policy.endpoint(path.startsWith("/") ? path.substring(1) : path);
    }
}
