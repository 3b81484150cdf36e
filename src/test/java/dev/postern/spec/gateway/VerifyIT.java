package dev.postern.spec.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forward-auth decision: 204, 401 or 403 and nothing else. */
class VerifyIT {

    private final TestServer server = GatewayServer.get();
    private final String token = GatewayServer.ordersToken("orders.read");

    @Test
    void says_yes_and_who_it_is() {
        Answer answer = verify("X-Original-URI", "/api/v1/me?x=1", "X-Original-Method", "GET");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("X-Auth-Subject")).isEqualTo("service");
        assertThat(answer.header("X-Auth-Client")).isEqualTo("service");
        assertThat(answer.header("X-Auth-Scope")).isEqualTo("orders.read");
    }

    @Test
    void understands_the_headers_of_other_gateways() {
        assertThat(verify("X-Forwarded-Uri", "/api/v1/me", "X-Forwarded-Method", "GET")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void says_no_where_the_scope_is_missing() {
        Answer answer = verify("X-Original-URI", "/api/v1/notes", "X-Original-Method", "GET");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("WWW-Authenticate")).contains("insufficient_scope");
    }

    @Test
    void asks_for_a_token_where_there_is_none_or_a_bad_one() {
        Answer none = OAuthClient.send(request(server)
                .header("X-Original-URI", "/api/v1/me")
                .header("X-Original-Method", "GET")
                .GET());
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"gateway\"");
        Answer bad = OAuthClient.send(request(server)
                .header("X-Original-URI", "/api/v1/me")
                .header("X-Original-Method", "GET")
                .header("Authorization", "Bearer")
                .GET());
        assertThat(bad.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/me/../notes",
                "/api/v1/%6de",
                "/api//v1/me",
                "/api/v1/me;x",
                "/api/v1/me%2f..",
                "/unknown",
                "http://evil/api/v1/me",
                ""
            })
    void says_no_to_paths_without_a_route_or_with_two_readings(String uri) {
        assertThat(verify("X-Original-URI", uri, "X-Original-Method", "GET").status())
                .isEqualTo(403);
    }

    @Test
    void says_no_where_it_is_told_two_things_or_too_little() {
        assertThat(verify(
                                "X-Original-URI",
                                "/api/v1/me",
                                "X-Forwarded-Uri",
                                "/api/v1/notes",
                                "X-Original-Method",
                                "GET")
                        .status())
                .isEqualTo(403);
        assertThat(verify("X-Original-URI", "/api/v1/me").status()).isEqualTo(403);
        assertThat(verify("X-Original-Method", "GET").status()).isEqualTo(403);
        assertThat(verify("X-Original-URI", "/api/v1/me", "X-Original-Method", "DELETE")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void believes_trusted_proxies_only() {
        TestServer trustsNobody = TestServer.shared(Mode.EMBEDDED);
        OAuthClient web = OAuthClient.confidential(trustsNobody, "web-basic");
        String good = web.tokens("openid notes.read").text("access_token");
        Answer answer = OAuthClient.send(request(trustsNobody)
                .header("Authorization", "Bearer " + good)
                .header("X-Original-URI", "/api/v1/me")
                .header("X-Original-Method", "GET")
                .GET());
        assertThat(answer.status()).isEqualTo(403);
    }

    private Answer verify(String... headers) {
        return OAuthClient.send(request(server)
                .header("Authorization", "Bearer " + token)
                .headers(headers)
                .GET());
    }

    private static HttpRequest.Builder request(TestServer server) {
        return HttpRequest.newBuilder(URI.create(server.issuer() + "/gateway/verify"));
    }
}
