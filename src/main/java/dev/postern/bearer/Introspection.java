package dev.postern.bearer;

import dev.postern.platform.Json;
import dev.postern.platform.outgoing.OutgoingCalls;
import dev.postern.protocol.TokenValue;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A protected resource's question to the authorization server whether a token is active: RFC 7662 section 2. */
final class Introspection {

    private final OutgoingCalls calls;
    private final URI address;
    private final String authorization;

    Introspection(OutgoingCalls calls, URI address, String clientId, String secret) {
        this.calls = calls;
        this.address = address;
        this.authorization = "Basic "
                + Base64.getEncoder()
                        .encodeToString((encoded(clientId) + ":" + encoded(secret)).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The answer's claims, of which {@code active} is one. @param traceparent empty: none */
    CompletableFuture<Map<String, Object>> ask(TokenValue token, String traceparent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "token=" + encoded(token.secret()) + "&token_type_hint=access_token"));
        if (!traceparent.isEmpty()) {
            request.header("traceparent", traceparent);
        }
        return calls.send(request).thenApply(Introspection::claims);
    }

    private static Map<String, Object> claims(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new BearerUnavailable("introspection was answered with " + response.statusCode());
        }
        try {
            Map<String, Object> claims = Json.readObject(response.body());
            claims.values().removeIf(java.util.Objects::isNull);
            return claims;
        } catch (IllegalArgumentException e) {
            throw new BearerUnavailable("the introspection answer cannot be read", e);
        }
    }
}
