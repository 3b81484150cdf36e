package dev.postern.spec.gateway;

import dev.postern.testserver.FreePort;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.TestServer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A server whose gateway has routes to a service of the test, short time-outs, a trusted proxy on this machine, and an API that
 * takes JWTs (orders) and opaque tokens (its own and mail) and remembers no introspection.
 */
final class GatewayServer {

    static final Upstream UPSTREAM = new Upstream();
    private static TestServer running;

    private GatewayServer() {}

    static synchronized TestServer get() {
        if (running == null) {
            running = TestServer.fresh(Mode.EMBEDDED, settings(FreePort.find()));
        }
        return running;
    }

    private static Map<String, String> settings(int port) {
        String own = "http://localhost:" + port;
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("POSTERN_PORT", Integer.toString(port));
        settings.put("POSTERN_ISSUER", own);
        settings.put("POSTERN_API_AUDIENCES", "https://api.test,https://orders.test/api,https://mail.test/api");
        settings.put("POSTERN_TRUSTED_PROXIES", "127.0.0.1,::1");
        settings.put("POSTERN_GATEWAY_RESPONSE_TIMEOUT", "6s");
        settings.put("POSTERN_GATEWAY_EXCHANGE_TIMEOUT", "12s");
        settings.put("POSTERN_GATEWAY_MAX_BODY_BYTES", "20000000");
        settings.put("POSTERN_BEARER_INTROSPECTION_CACHE", "0s");
        settings.put("POSTERN_BEARER_NEGATIVE_CACHE", "0s");
        settings.put("POSTERN_GATEWAY_ROUTES", routes(own));
        return settings;
    }

    private static String routes(String own) {
        return """
            [{"prefix": "/gateway/up", "upstream": "UPSTREAM", "audience": ["https://orders.test/api"], "methods": {"*": []}},
             {"prefix": "/gateway/strict", "upstream": "UPSTREAM", "audience": ["https://orders.test/api"], "methods": {"*": []},
              "introspect": true},
             {"prefix": "/gateway/scoped", "upstream": "UPSTREAM", "audience": ["https://orders.test/api"],
              "methods": {"GET": ["orders.read"], "POST": ["orders.write"]}},
             {"prefix": "/gateway/down", "upstream": "http://127.0.0.1:1", "audience": ["https://orders.test/api"],
              "methods": {"*": []}},
             {"prefix": "/gateway/api/v1", "upstream": "OWN/api/v1", "audience": ["https://api.test", "https://mail.test/api"],
              "methods": {"*": []}},
             {"prefix": "/api/v1/me", "audience": ["https://orders.test/api"], "methods": {"GET": ["orders.read"]}},
             {"prefix": "/api/v1/notes", "audience": ["https://orders.test/api"], "methods": {"GET": ["orders.write"]}}]""".replace("UPSTREAM", UPSTREAM.url()).replace("OWN", own).replace("\n", " ");
    }

    /** A fresh JWT for https://orders.test/api. */
    static String ordersToken(String scope) {
        return service().clientCredentials("scope", scope).text("access_token");
    }

    /** A fresh opaque token for https://mail.test/api. */
    static String mailToken() {
        return service().clientCredentials("scope", "mail.read").text("access_token");
    }

    static OAuthClient service() {
        return OAuthClient.confidential(get(), "service");
    }
}
