package dev.postern.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example.com",
                "http://192.168.1.7:8080",
                "http://localhost.example.com",
                "http://127.0.0.1.example.com",
                "http://0.0.0.0:8080",
                "HTTPS://id.example.com",
                "ftp://localhost",
                "//id.example.com",
                "id.example.com",
                "https://",
                "https://user@id.example.com",
                "https://id.example.com/?tenant=1",
                "https://id.example.com/#here"
            })
    void is_https_or_http_on_loopback_and_nothing_else(String wrong) {
        assertThatThrownBy(() -> new Issuer(wrong, ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("postern.issuer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080", "http://localhost"})
    void plain_http_on_loopback_has_plain_cookies(String issuer) {
        assertThat(new Issuer(issuer, "").cookieName("session")).isEqualTo("session");
    }

    @Test
    void https_has_cookies_bound_to_the_host() {
        assertThat(new Issuer("https://id.example.com", "").cookieName("session"))
                .isEqualTo("__Host-session");
    }

    @Test
    void every_url_begins_with_it_as_it_was_configured() {
        Issuer issuer = new Issuer("https://id.example.com:8443/tenant/one/", "http://localhost:8080/");

        assertThat(issuer.value()).isEqualTo("https://id.example.com:8443/tenant/one");
        assertThat(issuer.endpoint("/token")).isEqualTo("https://id.example.com:8443/tenant/one/token");
        assertThat(issuer.origin()).isEqualTo("https://id.example.com:8443");
        assertThat(issuer.path()).isEqualTo("/tenant/one");
        assertThat(issuer.backChannel("/token")).hasToString("http://localhost:8080/token");
    }
}
