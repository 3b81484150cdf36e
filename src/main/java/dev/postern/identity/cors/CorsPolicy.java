package dev.postern.identity.cors;

import dev.postern.data.database.Clients;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which origins may read what: public documents any, the endpoints that browser clients call by script the clients' registered ones,
 * everything else none. The authorization endpoint is never called by script (RFC 9700 section 2.6).
 */
@Service
class CorsPolicy {

    /** @param methods for a preflight answer */
    record Endpoint(Audience audience, String methods) {}

    /** Who may read an endpoint. */
    enum Audience {
        ANYBODY,
        REGISTERED_ORIGINS
    }

    private static final Map<String, Endpoint> ENDPOINTS = Map.of(
            "/jwks", new Endpoint(Audience.ANYBODY, "GET, HEAD"),
            "/token", new Endpoint(Audience.REGISTERED_ORIGINS, "POST"),
            "/revoke", new Endpoint(Audience.REGISTERED_ORIGINS, "POST"),
            "/userinfo", new Endpoint(Audience.REGISTERED_ORIGINS, "GET, HEAD, POST"),
            "/.well-known", new Endpoint(Audience.ANYBODY, "GET, HEAD"));

    private final Clients clients;

    @Inject
    CorsPolicy(Clients clients) {
        this.clients = clients;
    }

    /** @param path of the servlet; null if no script has business there */
    @Nullable
    Endpoint endpoint(String path) {
        return ENDPOINTS.get(path);
    }

    /** The Access-Control-Allow-Origin for this origin; empty if it is not allowed. */
    Optional<String> allowedOrigin(Endpoint endpoint, String origin) {
        return switch (endpoint.audience()) {
            case ANYBODY -> Optional.of("*");
            case REGISTERED_ORIGINS -> clients.anyWithOrigin(origin) ? Optional.of(origin) : Optional.empty();
        };
    }
}
