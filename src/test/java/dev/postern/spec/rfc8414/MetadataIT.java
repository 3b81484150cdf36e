package dev.postern.spec.rfc8414;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RFC 8414 and OpenID Connect Discovery: the documents by which clients find their way. */
class MetadataIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient anybody = OAuthClient.open(server, "spa");

    @Test
    void names_the_configured_issuer_whatever_host_is_asked() {
        for (String path : List.of("/.well-known/openid-configuration", "/.well-known/oauth-authorization-server")) {
            Answer document = OAuthClient.send(anybody.request(path)
                    .header("X-Forwarded-Host", "evil.test")
                    .header("Forwarded", "host=evil.test;proto=https")
                    .GET());
            assertThat(document.status()).isEqualTo(200);
            assertThat(document.text("issuer")).isEqualTo(server.issuer());
            assertThat(document.response().body()).doesNotContain("evil.test");
        }
    }

    @Test
    void names_endpoints_that_answer() {
        Answer document = get("/.well-known/openid-configuration");
        for (String endpoint :
                List.of("authorization", "token", "userinfo", "introspection", "revocation", "end_session")) {
            String url = document.text(endpoint + "_endpoint");
            assertThat(url).startsWith(server.issuer());
            assertThat(get(url.substring(server.issuer().length())).status())
                    .as(url)
                    .isNotEqualTo(404);
        }
        assertThat(document.text("jwks_uri")).isEqualTo(server.issuer() + "/jwks");
    }

    @Test
    void promises_what_is_there() {
        assertThat(get("/.well-known/oauth-authorization-server").json())
                .containsEntry("response_types_supported", List.of("code"))
                .containsEntry("response_modes_supported", List.of("query", "fragment", "form_post")) // FormPostIT
                .containsEntry("code_challenge_methods_supported", List.of("S256"))
                .containsEntry("authorization_response_iss_parameter_supported", true)
                .containsEntry("request_parameter_supported", true) // RequestObjectIT
                .containsEntry(
                        "request_object_signing_alg_values_supported", // RequestObjectsTest
                        List.of("ES256", "RS256", "PS256", "EdDSA"))
                .containsEntry("request_uri_parameter_supported", false) // AuthorizationEndpointIT
                .containsEntry("subject_types_supported", List.of("public", "pairwise")) // PairwiseIT
                .containsEntry(
                        "userinfo_signing_alg_values_supported", // PairwiseIT
                        List.of("ES256", "RS256", "PS256", "EdDSA"))
                .containsEntry("claims_parameter_supported", true) // ClaimsParameterIT
                .containsEntry(
                        "acr_values_supported", // ClaimsParameterIT
                        List.of("urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"))
                .containsEntry(
                        "grant_types_supported",
                        List.of(
                                "authorization_code",
                                "refresh_token",
                                "client_credentials",
                                "urn:ietf:params:oauth:grant-type:device_code"))
                .containsEntry(
                        "token_endpoint_auth_methods_supported",
                        // ClientAuthenticatorTest, AssertionsOfRegisteredClientsIT
                        List.of(
                                "client_secret_basic",
                                "client_secret_post",
                                "client_secret_jwt",
                                "private_key_jwt",
                                "none"))
                .containsEntry(
                        "token_endpoint_auth_signing_alg_values_supported", // ClientAuthenticatorTest
                        List.of("ES256", "RS256", "PS256", "EdDSA", "HS256", "HS384", "HS512"))
                .containsEntry("registration_endpoint", server.issuer() + "/register"); // RegistrationIT
    }

    @Test
    void may_be_kept_and_asked_again_by_its_tag() {
        for (String path : List.of("/.well-known/openid-configuration", "/jwks")) {
            Answer document = get(path);
            assertThat(document.header("Cache-Control")).contains("max-age=");
            Answer again = OAuthClient.send(anybody.request(path)
                    .header("If-None-Match", document.header("ETag"))
                    .GET());
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.response().body()).isEmpty();
        }
    }

    @Test
    void answers_404_for_another_issuers_path() {
        Answer answer = get("/.well-known/oauth-authorization-server/somebody/else");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.error()).isNotEmpty();
    }

    private Answer get(String path) {
        return OAuthClient.send(anybody.request(path).GET());
    }
}
