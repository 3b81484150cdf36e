package dev.postern.edge.gateway;

import dev.postern.protocol.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where requests below a prefix go, and which token they need.
 *
 * @param prefix of the path as the outside sees it
 * @param upstream URL that takes the place of the prefix; empty: nothing is forwarded, only {@code /gateway/verify} uses the route
 * @param audience the token must name one of these
 * @param methods what each method needs, {@code *} standing for those not named: one of the listed scopes (each may be several values,
 *     all needed); an empty list is content with any good token
 * @param introspect true: JWTs too are asked about, so that a revoked one is refused within seconds
 */
record Route(
        String prefix, String upstream, Set<String> audience, Map<String, List<String>> methods, boolean introspect) {

    Route {
        upstream = java.util.Objects.requireNonNullElse(upstream, ""); // left out in the JSON
        if (!RequestPath.parse(prefix).isPresent() || audience.isEmpty() || methods.isEmpty()) {
            throw new IllegalArgumentException("a route needs a plain prefix, an audience and methods");
        }
        methods.values().forEach(scopes -> scopes.forEach(Scope::ofWire));
    }

    boolean forwards() {
        return !upstream.isEmpty();
    }

    /** What a method needs: one of these; empty if the route does not serve it. */
    Optional<List<Scope>> needs(String method) {
        return Optional.ofNullable(methods.getOrDefault(method, methods.get("*")))
                .map(scopes -> scopes.stream().map(Scope::ofWire).toList());
    }

    /** The upstream's URL without a query. */
    String target(RequestPath path) {
        return upstream + path.value().substring(prefix.length());
    }
}
