package dev.postern.spec.rfc7591;

import dev.postern.platform.Json;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;

/** Registers clients as a third party would. */
public final class Registrant {

    public static final String CALLBACK = "http://127.0.0.1:18081/callback";

    private final TestServer server;

    public Registrant(TestServer server) {
        this.server = server;
    }

    /** Metadata of a web client; pairs given replace or add. */
    public static Map<String, Object> metadata(Object... more) {
        Map<String, Object> metadata = new HashMap<>(Map.of("redirect_uris", java.util.List.of(CALLBACK)));
        for (int i = 0; i < more.length; i += 2) {
            metadata.put((String) more[i], more[i + 1]);
        }
        return metadata;
    }

    public Answer register(Map<String, Object> metadata) {
        return send("POST", server.issuer() + "/register", "", Json.write(metadata));
    }

    public Answer registerWith(String initialAccessToken, Map<String, Object> metadata) {
        return send("POST", server.issuer() + "/register", initialAccessToken, Json.write(metadata));
    }

    /** @param token empty: none is sent */
    public static Answer send(String method, String uri, String token, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return OAuthClient.send(request);
    }
}
