package dev.postern.spec.rfc7591;

import static dev.postern.spec.rfc7591.Registrant.CALLBACK;
import static dev.postern.spec.rfc7591.Registrant.metadata;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Authorize;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.Published;
import dev.postern.testserver.TestServer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7591 section 3 and OpenID Connect Registration section 3: clients that register themselves. */
class RegistrationIT {

    private static final String INITIAL_TOKEN = "initial-access-token-0123456789-abcdef";
    private static final String NARROW_TOKEN = "initial-access-token-narrow-0123456789";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final Registrant registrant = new Registrant(server);

    @Test
    void answers_with_everything_that_is_registered() {
        Answer answer = registrant.register(metadata(
                "client_name",
                "Shop",
                "client_name#es",
                "Tienda",
                "tos_uri",
                "https://shop.example/terms",
                "contacts",
                List.of("team@shop.example"),
                "initiate_login_uri",
                "https://shop.example/login",
                "software_id",
                "shop"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json())
                .containsEntry("client_name", "Shop")
                .containsEntry("client_name#es", "Tienda")
                .containsEntry("tos_uri", "https://shop.example/terms")
                .containsEntry("contacts", List.of("team@shop.example"))
                .containsEntry("initiate_login_uri", "https://shop.example/login")
                .containsEntry("software_id", "shop")
                .containsEntry("redirect_uris", List.of(CALLBACK))
                .containsEntry("grant_types", List.of("authorization_code"))
                .containsEntry("response_types", List.of("code"))
                .containsEntry("application_type", "web")
                .containsEntry("token_endpoint_auth_method", "client_secret_basic")
                .containsEntry("id_token_signed_response_alg", "RS256")
                .containsEntry("subject_type", "public")
                .containsEntry("client_secret_expires_at", 0)
                .containsEntry("registration_client_uri", server.issuer() + "/register/" + answer.text("client_id"));
        assertThat(answer.text("client_secret")).hasSizeGreaterThanOrEqualTo(32);
        assertThat(answer.text("registration_access_token")).hasSizeGreaterThanOrEqualTo(32);
        assertThat(((Number) answer.json().get("client_id_issued_at")).longValue())
                .isBetween(
                        Instant.now().minusSeconds(60).getEpochSecond(),
                        Instant.now().getEpochSecond());
    }

    @Test
    void a_registered_client_gets_tokens() {
        Answer registered = registrant.register(metadata());
        OAuthClient client =
                new OAuthClient(server.issuer(), registered.text("client_id"), registered.text("client_secret"));

        Answer tokens = client.tokens("openid profile");

        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.jwtHeader("id_token")).containsEntry("alg", "RS256");
        assertThat(client.userInfo(tokens.text("access_token")).text("name")).isEqualTo("Alice Example");
    }

    @Test
    void people_see_logo_policy_and_terms() {
        Answer registered = registrant.register(metadata(
                "client_name",
                "Shop",
                "logo_uri",
                "https://shop.example/logo.svg",
                "policy_uri",
                "https://shop.example/privacy",
                "policy_uri#es",
                "https://shop.example/es/privacidad",
                "tos_uri",
                "https://shop.example/terms?a=1&b=2"));
        OAuthClient client =
                new OAuthClient(server.issuer(), registered.text("client_id"), registered.text("client_secret"));

        Page login = page(client.authorization("openid"));
        assertThat(login.body())
                .contains(
                        "src=\"https://shop.example/logo.svg\"",
                        "href=\"https://shop.example/privacy\"",
                        "href=\"https://shop.example/terms?a=1&amp;b=2\"",
                        "Privacy policy");
        assertThat(String.join("", login.headers("Content-Security-Policy")))
                .contains("img-src 'self' https://shop.example");
        assertThat(page(client.authorization("openid", "ui_locales", "es")).body())
                .contains("href=\"https://shop.example/es/privacidad\"", "Política de privacidad");
    }

    private Page page(Map<String, String> request) {
        Browser browser = new Browser(server.issuer());
        return browser.get(browser.authorize(request).location());
    }

    @Test
    void a_public_client_has_no_secret_and_needs_pkce() {
        Answer registered = registrant.registerWith(INITIAL_TOKEN, metadata("token_endpoint_auth_method", "none"));
        OAuthClient client = new OAuthClient(server.issuer(), registered.text("client_id"), "");

        assertThat(registered.json()).doesNotContainKeys("client_secret", "client_secret_expires_at");
        assertThat(client.tokens("openid").status()).isEqualTo(200);
        assertThat(new Browser(server.issuer())
                        .authorize(
                                client.authorization("openid", "code_challenge", null, "code_challenge_method", null))
                        .parameter("error"))
                .contains("invalid_request");
    }

    @Test
    void an_initial_access_token_brings_its_own_policy() {
        Answer wide = registrant.registerWith(INITIAL_TOKEN, metadata());
        assertThat(wide.status()).isEqualTo(201);
        Answer narrow = registrant.registerWith(NARROW_TOKEN, metadata("scope", "openid email offline_access"));
        assertThat(narrow.text("scope")).isEqualTo("openid");
        assertThat(registrant
                        .registerWith(NARROW_TOKEN, metadata("token_endpoint_auth_method", "client_secret_post"))
                        .error())
                .isEqualTo("invalid_client_metadata");
        assertThat(registrant.registerWith("x".repeat(40), metadata()).status()).isEqualTo(401);
        OAuthClient client = new OAuthClient(server.issuer(), narrow.text("client_id"), narrow.text("client_secret"));
        Map<String, String> bare =
                client.authorization("openid", "code_challenge", null, "code_challenge_method", null, "nonce", "n-1");
        assertThat(new Browser(server.issuer())
                        .signIn(bare, "alice", "copper lantern at noon")
                        .parameter("code"))
                .isPresent();
    }

    @Test
    void so_many_clients_as_the_token_allows() {
        for (int i = 0; i < 2; i++) {
            assertThat(registrant
                            .registerWith("initial-access-token-for-two-0123456789", metadata())
                            .status())
                    .isEqualTo(201);
        }
        Answer third = registrant.registerWith("initial-access-token-for-two-0123456789", metadata());
        assertThat(third.status()).isEqualTo(403);
        assertThat(third.error()).isEqualTo("access_denied");
    }

    @ParameterizedTest
    @CsvSource({
        "/callback",
        "https://*.shop.example/callback",
        "https://shop.example/callback#part",
        "http://shop.example/callback",
        "https://user@shop.example/callback",
        "https://shop.example/a/../callback",
        "com.shop:/callback",
        "javascript:alert(1)",
        "data:text/html;x"
    })
    void refuses_redirect_uris(String uri) {
        Answer answer = registrant.register(metadata("redirect_uris", List.of(uri)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("invalid_redirect_uri");
        assertThat(answer.text("error_description")).startsWith("redirect_uris/0 ");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void takes_a_redirect_uri_with_a_query() {
        Answer answer = registrant.register(metadata("redirect_uris", List.of("https://shop.example/cb?a=b")));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json()).containsEntry("redirect_uris", List.of("https://shop.example/cb?a=b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant_types                     | [\"password\"]                     | grant_types/0",
                "grant_types                     | [\"client_credentials\"]           | grant_types",
                "response_types                  | [\"token\"]                        | response_types/0",
                "token_endpoint_auth_method      | \"tls_client_auth\"                | token_endpoint_auth_method",
                "token_endpoint_auth_method      | \"private_key_jwt\"                | jwks",
                "token_endpoint_auth_signing_alg | \"none\"                           | token_endpoint_auth_signing_alg",
                "id_token_signed_response_alg    | \"none\"                           | id_token_signed_response_alg",
                "id_token_signed_response_alg    | \"HS256\"                          | id_token_signed_response_alg",
                "application_type                | \"desktop\"                        | application_type",
                "initiate_login_uri              | \"http://shop.example/login\"      | initiate_login_uri",
                "logo_uri                        | \"javascript:alert(1)\"            | logo_uri",
                "policy_uri                      | \"http://shop.example/\"           | policy_uri",
                "jwks_uri                        | \"http://shop.example/jwks\"       | jwks_uri",
                "jwks                            | {\"keys\":[]}                      | jwks",
                "client_name                     | 7                                  | client_name",
                "contacts                        | \"team\"                           | contacts",
                "default_max_age                 | \"60\"                             | default_max_age",
            })
    void refuses_metadata_and_says_which(String field, String json, String named) {
        Map<String, Object> value = dev.postern.platform.Json.readObject("{\"value\":" + json + "}");

        Answer answer = registrant.register(metadata(field, value.get("value")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("invalid_client_metadata");
        assertThat(answer.text("error_description")).contains(named + " ").doesNotContain("\"", "\\");
    }

    @Test
    void ignores_what_it_does_not_know_and_what_is_not_the_clients_to_choose() {
        Answer answer = registrant.register(metadata(
                "unheard_of",
                Map.of("a", 1),
                "first_party",
                true,
                "pkce",
                "optional",
                "client_id",
                "mine",
                "client_secret",
                "mine-0123456789-0123456789-0123456789",
                "contacts",
                null));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json()).doesNotContainKeys("unheard_of", "first_party", "pkce", "contacts");
        assertThat(answer.text("client_id")).isNotEqualTo("mine");
        assertThat(answer.text("client_secret")).doesNotStartWith("mine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[]", "{", "7", "{\"redirect_uris\":[],\"redirect_uris\":[]}", "{} {}", "''"})
    void refuses_bodies_that_are_no_object(String body) {
        Answer answer = Registrant.send("POST", server.issuer() + "/register", "", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("invalid_client_metadata");
    }

    @Test
    void refuses_large_bodies_and_other_types() {
        assertThat(registrant
                        .register(metadata("software_id", "x".repeat(70_000)))
                        .status())
                .isEqualTo(400);
        assertThat(OAuthClient.send(OAuthClient.open(server, "spa")
                                .request("/register")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")))
                        .error())
                .isEqualTo("invalid_request");
        assertThat(OAuthClient.send(OAuthClient.open(server, "spa")
                                .request("/register")
                                .GET())
                        .status())
                .isEqualTo(405);
    }

    @Test
    void a_sector_must_name_every_redirect_uri() {
        try (Published sector = new Published("[\"" + CALLBACK + "\"]")) {
            assertThat(registrant
                            .register(metadata("sector_identifier_uri", sector.uri()))
                            .status())
                    .isEqualTo(201);
            for (String bad : List.of("[\"https://other.example/\"]", "{}", "no JSON", "[]")) {
                sector.replace(bad);
                Answer answer = registrant.register(metadata("sector_identifier_uri", sector.uri()));
                assertThat(answer.error()).as(bad).isEqualTo("invalid_client_metadata");
                assertThat(answer.text("error_description")).startsWith("sector_identifier_uri ");
            }
            sector.replace("[\"" + CALLBACK + "\"]");
            assertThat(registrant
                            .register(metadata("sector_identifier_uri", sector.movedUri()))
                            .status())
                    .isEqualTo(400);
        }
        assertThat(registrant
                        .register(metadata("sector_identifier_uri", "https://10.0.0.1/sector"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void the_endpoint_is_advertised() {
        Answer document = OAuthClient.send(OAuthClient.open(server, "spa")
                .request("/.well-known/openid-configuration")
                .GET());

        assertThat(document.text("registration_endpoint")).isEqualTo(server.issuer() + "/register");
        assertThat(Authorize.CALLBACK).isEqualTo(CALLBACK);
    }
}
