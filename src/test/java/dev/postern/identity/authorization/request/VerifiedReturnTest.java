package dev.postern.identity.authorization.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.postern.data.database.client.ApplicationType;
import dev.postern.data.database.client.ClientAuthenticationMethod;
import dev.postern.page.Problem;
import dev.postern.testing.fakes.FakeClients;
import dev.postern.testing.fakes.TestClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifiedReturnTest {

    private final TestClients web = TestClients.web().redirectUris("https://app.test/callback?tenant=one");
    private final TestClients loopbackWeb = TestClients.web().redirectUris("http://127.0.0.1:18081/callback");
    private final TestClients app = TestClients.web()
            .applicationType(ApplicationType.NATIVE)
            .authentication(ClientAuthenticationMethod.NONE)
            .redirectUris("http://127.0.0.1/callback", "http://[::1]/callback", "com.example.app:/callback");

    @Test
    void an_unknown_or_missing_client_ends_on_a_page() {
        refused(Requests.good().with("client_id", "stranger"), web, Problem.UNKNOWN_APPLICATION);
        refused(Requests.good().without("client_id"), web, Problem.BAD_REQUEST);
        refused(Requests.good().with("client_id", "web", "web"), web, Problem.BAD_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.test/callback",
                "https://app.test/callback?tenant=two",
                "https://app.test/callback?tenant=one&more=1",
                "https://app.test/callback?tenant=one#fragment",
                "https://app.test:443/callback?tenant=one",
                "https://APP.test/callback?tenant=one",
                "https://app.test/./callback?tenant=one",
                "https://app.test%2Fcallback?tenant=one",
                "https://app.test@evil.test/callback?tenant=one",
                "http://app.test/callback?tenant=one",
                "https://evil.test/",
                "//evil.test/",
                "javascript:alert(1)",
                "data:text/html,x"
            })
    void a_redirect_uri_that_differs_in_anything_ends_on_a_page(String uri) {
        refused(Requests.good().with("redirect_uri", uri), web, Problem.WRONG_RETURN_ADDRESS);
    }

    @Test
    void the_registered_redirect_uri_is_the_answers() {
        VerifiedReturn to = verify(Requests.good().with("redirect_uri", "https://app.test/callback?tenant=one"), web);

        assertThat(to.redirectUri()).isEqualTo("https://app.test/callback?tenant=one");
        assertThat(to.sent()).isTrue();
    }

    @Test
    void it_may_be_left_out_where_one_is_registered_and_no_openid_is_asked() {
        Requests plain = Requests.good().without("redirect_uri").with("scope", "orders.read");

        assertThat(verify(plain, web).sent()).isFalse();
        refused(plain.with("redirect_uri", "https://a.test/", "https://b.test/"), web, Problem.BAD_REQUEST);
        refused(Requests.good().without("redirect_uri"), web, Problem.BAD_REQUEST);
        refused(
                plain.without("redirect_uri"),
                TestClients.web().redirectUris("https://a.test/", "https://b.test/"),
                Problem.BAD_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/callback",
                "http://127.0.0.1:1/callback",
                "http://127.0.0.1:65535/callback",
                "http://[::1]:50000/callback",
                "com.example.app:/callback"
            })
    void a_native_client_may_use_any_port_of_a_loopback_address(String uri) {
        assertThat(verify(Requests.good().with("redirect_uri", uri), app).redirectUri())
                .isEqualTo(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:50000/callback",
                "http://127.0.0.1:0/callback",
                "http://127.0.0.1:65536/callback",
                "http://127.0.0.1:/callback",
                "http://127.0.0.1:50000/other",
                "http://127.0.0.1:50000/callback?x",
                "http://127.0.0.1:80@evil.test/callback",
                "http://127.0.0.1.evil.test:80/callback",
                "http://127.0.0.2:50000/callback",
                "https://127.0.0.1:50000/callback",
                "http://127.1:50000/callback",
                "com.example.app:/callback/more",
                "com.example.other:/callback"
            })
    void and_nothing_else(String uri) {
        refused(Requests.good().with("redirect_uri", uri), app, Problem.WRONG_RETURN_ADDRESS);
    }

    @Test
    void a_web_client_has_no_port_variance() {
        refused(
                Requests.good().with("redirect_uri", "http://127.0.0.1:18082/callback"),
                loopbackWeb,
                Problem.WRONG_RETURN_ADDRESS);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:5000/callback, http://127.0.0.1:5000",
        "http://[::1]:5000/callback, http:",
        "com.example.app:/callback, com.example.app:"
    })
    void the_policy_source_of_a_native_client(String uri, String expected) {
        VerifiedReturn to = verify(Requests.good().with("redirect_uri", uri), app);

        assertThat(to.policySource()).isEqualTo(expected);
        assertThat(to.isImpersonable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "NATIVE, NONE, http://localhost:8000/callback, true",
        "NATIVE, NONE, http://127.0.0.9:8000/callback, true",
        "NATIVE, CLIENT_SECRET_BASIC, http://127.0.0.1:8000/callback, true",
        "NATIVE, NONE, https://claimed.test/callback, false",
        "WEB, NONE, http://localhost:8000/callback, true",
        "WEB, NONE, HTTP://127.0.0.1:8000/callback, true",
        "WEB, CLIENT_SECRET_BASIC, http://localhost:8000/callback, false"
    })
    void whoever_listens_on_this_machine_can_pass_for_a_client_without_a_secret(
            ApplicationType type, ClientAuthenticationMethod method, String uri, boolean impersonable) {
        TestClients client =
                TestClients.web().applicationType(type).authentication(method).redirectUris(uri);

        assertThat(verify(Requests.good().with("redirect_uri", uri), client).isImpersonable())
                .isEqualTo(impersonable);
    }

    @Test
    void the_policy_source_of_a_web_client_is_its_origin() {
        VerifiedReturn to = verify(Requests.good().with("redirect_uri", "https://app.test/callback?tenant=one"), web);

        assertThat(to.policySource()).isEqualTo("https://app.test");
        assertThat(to.isImpersonable()).isFalse();
    }

    private static VerifiedReturn verify(Requests request, TestClients client) {
        return VerifiedReturn.verify(FakeClients.of(client.build()), request.parse());
    }

    private static void refused(Requests request, TestClients client, Problem expected) {
        assertThatExceptionOfType(RefusedOnPage.class)
                .isThrownBy(() -> verify(request, client))
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(expected));
    }
}
