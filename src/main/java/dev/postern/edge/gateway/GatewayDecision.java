package dev.postern.edge.gateway;

import dev.postern.bearer.AccessToken;
import dev.postern.bearer.BearerHeader;
import dev.postern.bearer.BearerRefused;
import dev.postern.bearer.BearerTokens;
import dev.postern.bearer.BearerTokensFactory;
import dev.postern.bearer.Demand;
import dev.postern.bearer.Party;
import dev.postern.picture.Hop;
import dev.postern.platform.BuiltInClients;
import dev.postern.platform.Service;
import dev.postern.protocol.Scope;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** Whether a request may pass, and where to: the one decision that the built-in gateway and {@code /gateway/verify} share. */
@Service
public class GatewayDecision {

    private final Routes routes;
    private final BearerTokens tokens;

    @Inject
    public GatewayDecision(Routes routes, BearerTokensFactory factory) {
        this.routes = routes;
        this.tokens = factory.of(new Party("gateway", BuiltInClients.GATEWAY, Hop.H18, Optional.empty()));
    }

    /** A request that may pass. */
    record Passed(Route route, RequestPath path, AccessToken token) {}

    /**
     * Fails with {@link GatewayRefused} for a path, method, route or scope, with {@link BearerRefused} for a token, and with what the
     * validation of tokens fails with.
     *
     * @param rawPath as on the wire, without the query
     * @param authorization every Authorization header of the request
     */
    CompletableFuture<Passed> decide(String method, String rawPath, List<String> authorization, String traceId) {
        try {
            RequestPath path = RequestPath.parse(rawPath).orElseThrow(GatewayRefused::path);
            Route route = routes.of(path).orElseThrow(GatewayRefused::noRoute);
            List<Scope> needed = route.needs(method).orElseThrow(() -> GatewayRefused.method(allowed(route)));
            TokenValue token = BearerHeader.token(authorization).orElseThrow(BearerRefused::noToken);
            return tokens.validate(token, new Demand(route.audience(), route.introspect()), traceId)
                    .thenApply(good -> new Passed(route, path, withScope(good, needed)));
        } catch (GatewayRefused | BearerRefused refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private static String allowed(Route route) {
        return String.join(", ", new TreeSet<>(route.methods().keySet()));
    }

    private static AccessToken withScope(AccessToken token, List<Scope> needed) {
        if (!needed.isEmpty() && needed.stream().noneMatch(token.scope()::covers)) {
            throw GatewayRefused.tooLittleScope(token, needed.get(0));
        }
        return token;
    }
}
