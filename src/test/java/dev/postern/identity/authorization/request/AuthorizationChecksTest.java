package dev.postern.identity.authorization.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.postern.data.database.Client;
import dev.postern.data.database.ResourceServer;
import dev.postern.data.database.ResourceServer.TokenFormat;
import dev.postern.data.database.client.ClientAuthenticationMethod;
import dev.postern.data.database.client.PkcePolicy;
import dev.postern.data.database.client.RefreshPolicy;
import dev.postern.identity.claims.Assurance;
import dev.postern.identity.resource.ResourceIndicators;
import dev.postern.platform.Issuer;
import dev.postern.platform.Settings;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.Scope;
import dev.postern.testing.fakes.FakeClients;
import dev.postern.testing.fakes.FakeResourceServers;
import dev.postern.testing.fakes.FakeScopeDefinitions;
import dev.postern.testing.fakes.TestClients;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationChecksTest {

    private static final String ORDERS = "https://orders.test/api";
    private static final String MAIL = "https://mail.test/api";

    private final FakeResourceServers servers = FakeResourceServers.of(
            server(ORDERS, "orders.read", "orders.write"), server("https://secret.test/api", "secret.read"));
    private final AuthorizationChecks checks = new AuthorizationChecks(
            new ResponseTypes(Settings.of(Map.of())),
            new RequestedScopes(
                    FakeScopeDefinitions.of("openid", "profile", "email", "offline_access", "known.elsewhere"),
                    servers),
            new ResourceIndicators(servers, new Issuer("https://as.test", ""), Settings.of(Map.of())),
            IdTokenHintsTest.hints(),
            new Assurance(Settings.of(Map.of())));

    private static ResourceServer server(String identifier, String... scopes) {
        return new ResourceServer(identifier, "", Set.of(scopes), TokenFormat.JWT, Duration.ofMinutes(5), "", Set.of());
    }

    @Test
    void a_good_request_passes_with_the_scope_it_asks_for() {
        assertThat(run(Requests.good(), TestClients.web())).isEqualTo(Scope.of("openid", "profile"));
    }

    @Test
    void a_repeated_parameter_is_refused() {
        refused(Requests.good().with("nonce", "a", "b"), OAuthErrorCode.INVALID_REQUEST);
    }

    @Test
    void a_repeated_resource_is_not() {
        run(Requests.good().with("resource", ORDERS, "https://as.test"), TestClients.web());
    }

    @ParameterizedTest
    @CsvSource({"registration, REGISTRATION_NOT_SUPPORTED"})
    void what_we_do_not_do_is_refused_by_name(String parameter, OAuthErrorCode expected) {
        refused(Requests.good().with(parameter, "x"), expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"userinfo\":{\"email\":null,\"name\":{\"essential\":true}}}",
                "{\"id_token\":{\"acr\":{\"values\":[\"0\",\"1\"]}},\"other\":7}",
                "{\"id_token\":{\"sub\":{\"value\":\"usr_1\"}}}"
            })
    void claims_may_be_asked_for_one_by_one(String claims) {
        run(Requests.good().with("claims", claims), TestClients.web());
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "[]", "null", "{\"userinfo\":[]}", "{\"id_token\":{\"name\":true}}"})
    void malformed_claims_are_refused(String claims) {
        refused(Requests.good().with("claims", claims), OAuthErrorCode.INVALID_REQUEST);
    }

    @Test
    void two_subjects_cannot_be_asked_for() {
        String two = "{\"id_token\":{\"sub\":{\"values\":[\"usr_1\",\"usr_2\"]}}}";
        refused(Requests.good().with("claims", two), OAuthErrorCode.INVALID_REQUEST);
        refused(
                Requests.good().with("claims", "{\"id_token\":{\"sub\":{\"value\":7}}}"),
                OAuthErrorCode.INVALID_REQUEST);
    }

    @Test
    void an_essential_acr_that_no_sign_in_has_is_refused_at_once() {
        String loa3 = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"loa3\"]}}}";
        refused(Requests.good().with("claims", loa3), OAuthErrorCode.UNMET_AUTHENTICATION_REQUIREMENTS);
        String any = "{\"id_token\":{\"acr\":{\"essential\":true}}}";
        run(Requests.good().with("claims", any), TestClients.web());
    }

    @Test
    void a_missing_response_type_is_an_invalid_request() {
        refused(Requests.good().without("response_type"), OAuthErrorCode.INVALID_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"token", "id_token", "code id_token", "code token", "id_token token", "none", "CODE", "code code"
            })
    void every_response_type_but_code_is_unsupported_by_default(String responseType) {
        refused(Requests.good().with("response_type", responseType), OAuthErrorCode.UNSUPPORTED_RESPONSE_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"query.jwt", "jwt", "Query", "web_message"})
    void an_unknown_response_mode_is_refused(String responseMode) {
        refused(Requests.good().with("response_mode", responseMode), OAuthErrorCode.INVALID_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"query", "fragment", "form_post"})
    void a_code_may_travel_in_any_mode(String responseMode) {
        run(Requests.good().with("response_mode", responseMode), TestClients.web());
    }

    @Test
    void a_client_without_the_grant_may_not_ask() {
        refused(
                Requests.good(),
                TestClients.web().grantTypes("client_credentials"),
                OAuthErrorCode.UNAUTHORIZED_CLIENT);
        refused(Requests.good(), TestClients.web().responseTypes(), OAuthErrorCode.UNAUTHORIZED_CLIENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid  profile", "openid \"x\"", "openid\tprofile", "öpenid", " openid", "back\\slash"})
    void a_malformed_scope_is_refused(String scope) {
        refused(Requests.good().with("scope", scope), OAuthErrorCode.INVALID_SCOPE);
    }

    @Test
    void a_missing_scope_is_refused_since_there_is_no_default() {
        refused(Requests.good().without("scope"), OAuthErrorCode.INVALID_SCOPE);
    }

    @Test
    void openid_connect_ignores_scope_values_that_nobody_knows() {
        assertThat(run(Requests.good().with("scope", "openid made.up"), TestClients.web()))
                .isEqualTo(Scope.of("openid"));
    }

    @Test
    void plain_oauth_refuses_scope_values_that_nobody_knows() {
        refused(Requests.good().with("scope", "orders.read made.up"), OAuthErrorCode.INVALID_SCOPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid known.elsewhere", "openid secret.read", "secret.read"})
    void a_scope_that_is_not_the_clients_is_refused(String scope) {
        refused(Requests.good().with("scope", scope), OAuthErrorCode.INVALID_SCOPE);
    }

    @Test
    void offline_access_is_ignored_where_no_refresh_token_can_come_of_it() {
        Requests request = Requests.good().with("scope", "openid offline_access");

        assertThat(run(request, TestClients.web().refreshTokens(RefreshPolicy.NEVER)))
                .isEqualTo(Scope.of("openid"));
        assertThat(run(request, TestClients.web().scope("openid").grantTypes("authorization_code")))
                .isEqualTo(Scope.of("openid"));
        assertThat(run(request, TestClients.web())).isEqualTo(Scope.of("openid", "offline_access"));
    }

    @Test
    void the_plain_challenge_method_is_refused_said_or_implied() {
        refused(Requests.good().with("code_challenge_method", "plain"), OAuthErrorCode.INVALID_REQUEST);
        refused(Requests.good().without("code_challenge_method"), OAuthErrorCode.INVALID_REQUEST);
        refused(Requests.good().with("code_challenge_method", "S512"), OAuthErrorCode.INVALID_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM"
            })
    void a_challenge_that_is_no_sha256_is_refused(String challenge) {
        refused(Requests.good().with("code_challenge", challenge), OAuthErrorCode.INVALID_REQUEST);
    }

    @Test
    void a_method_without_a_challenge_is_refused() {
        refused(
                Requests.good().without("code_challenge"),
                TestClients.web().pkce(PkcePolicy.OPTIONAL),
                OAuthErrorCode.INVALID_REQUEST);
    }

    @Test
    void without_a_challenge_the_clients_policy_decides() {
        Requests bare = Requests.good().without("code_challenge").without("code_challenge_method");
        TestClients nonceInstead = TestClients.web().pkce(PkcePolicy.NONCE_INSTEAD);

        refused(bare, TestClients.web(), OAuthErrorCode.INVALID_REQUEST);
        run(bare, nonceInstead);
        run(bare, TestClients.web().pkce(PkcePolicy.OPTIONAL));
        refused(bare.without("nonce"), nonceInstead, OAuthErrorCode.INVALID_REQUEST);
    }

    @Test
    void a_nonce_protects_nothing_where_no_id_token_will_hold_it() {
        Requests plain = Requests.good()
                .without("code_challenge")
                .without("code_challenge_method")
                .with("scope", "orders.read");

        refused(plain, TestClients.web().pkce(PkcePolicy.NONCE_INSTEAD), OAuthErrorCode.INVALID_REQUEST);
    }

    @Test
    void a_public_client_always_needs_a_challenge() {
        refused(
                Requests.good().without("code_challenge").without("code_challenge_method"),
                TestClients.web()
                        .authentication(ClientAuthenticationMethod.NONE)
                        .pkce(PkcePolicy.OPTIONAL),
                OAuthErrorCode.INVALID_REQUEST);
    }

    @Test
    void prompt_none_stands_alone() {
        refused(Requests.good().with("prompt", "none login"), OAuthErrorCode.INVALID_REQUEST);
        run(Requests.good().with("prompt", "none"), TestClients.web());
        run(Requests.good().with("prompt", "login consent"), TestClients.web());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "soon", "1.5", "99999999999", " 1"})
    void a_max_age_that_is_no_number_of_seconds_is_refused(String maxAge) {
        refused(Requests.good().with("max_age", maxAge), OAuthErrorCode.INVALID_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {MAIL, "https://secret.test/api", "orders", "https://orders.test/api#part", "::"})
    void a_resource_that_is_unknown_forbidden_or_malformed_is_an_invalid_target(String resource) {
        refused(Requests.good().with("resource", resource), OAuthErrorCode.INVALID_TARGET);
    }

    @Test
    void a_hint_that_we_did_not_sign_is_refused() {
        refused(Requests.good().with("id_token_hint", "e30.e30.AA"), OAuthErrorCode.INVALID_REQUEST);
    }

    @Test
    void what_is_unknown_is_ignored() {
        assertThatNoException()
                .isThrownBy(() -> run(
                        Requests.good()
                                .with("prompt", "create")
                                .with("claims", "{\"other\":{\"name\":null}}")
                                .with("acr_values", "1")
                                .with("x", "y"),
                        TestClients.web()));
    }

    private Scope run(Requests request, TestClients client) {
        return checks.run(request.parse(), verified(request, client));
    }

    private void refused(Requests request, OAuthErrorCode expected) {
        refused(request, TestClients.web(), expected);
    }

    private void refused(Requests request, TestClients client, OAuthErrorCode expected) {
        assertThatExceptionOfType(RefusedByRedirect.class)
                .isThrownBy(() -> run(request, client))
                .satisfies(refused -> assertThat(refused.error()).isEqualTo(expected));
    }

    private static VerifiedReturn verified(Requests request, TestClients client) {
        Client built = client.build();
        return VerifiedReturn.verify(FakeClients.of(built), request.parse());
    }
}
