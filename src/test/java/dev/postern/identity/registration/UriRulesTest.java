package dev.postern.identity.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.data.database.client.ApplicationType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UriRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/callback",
                "https://app.example:8443/callback?tenant=one",
                "https://app.example",
                "http://127.0.0.1:8081/callback",
                "http://localhost:8081/callback",
                "http://[::1]:8081/callback"
            })
    void takes_exact_https_and_loopback_uris_of_web_clients(String uri) {
        assertThat(UriRules.refuseRedirect(uri, ApplicationType.WEB)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/callback",
                "callback",
                "//app.example/callback",
                "https:///callback",
                "https:callback",
                "https://app.example/callback#part",
                "https://app.example/#",
                "https://*.app.example/callback",
                "https://app.example/*",
                "https://user@app.example/callback",
                "https://app.example/a/../callback",
                "https://app.example/a/%2E%2e/callback",
                "https://app.example/./callback",
                "https://app.example/call back",
                "https://app.example/ca\u00f1on",
                "https://app.example/%zz",
                "http://app.example/callback",
                "http://127.0.0.1.app.example/callback",
                "http://localhost.app.example/callback",
                "http://10.0.0.1/callback",
                "javascript:alert(1)",
                "data:text/html,hello",
                "com.example.app:/callback"
            })
    void refuses_open_or_unsafe_uris_of_web_clients(String uri) {
        assertThat(UriRules.refuseRedirect(uri, ApplicationType.WEB)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.example.app:/callback", "http://127.0.0.1/callback", "https://app.example/claimed"})
    void takes_private_use_schemes_with_a_dot_of_native_clients(String uri) {
        assertThat(UriRules.refuseRedirect(uri, ApplicationType.NATIVE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "myapp:/callback",
                "myapp://callback",
                "javascript:alert(1)",
                "com.example.app:callback",
                "file:///x"
            })
    void refuses_other_schemes_of_native_clients(String uri) {
        assertThat(UriRules.refuseRedirect(uri, ApplicationType.NATIVE)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/",
                "https://APP.example",
                "https://app.example:443",
                "http://app.example",
                "null",
                "*",
                "https://app.example?x"
            })
    void refuses_origins_that_no_browser_would_send(String origin) {
        assertThat(UriRules.refuseOrigin(origin)).isPresent();
    }

    @Test
    void takes_origins_as_browsers_write_them() {
        assertThat(UriRules.refuseOrigin("https://app.example")).isEmpty();
        assertThat(UriRules.refuseOrigin("https://app.example:8443")).isEmpty();
        assertThat(UriRules.refuseOrigin("http://127.0.0.1:18083")).isEmpty();
    }
}
