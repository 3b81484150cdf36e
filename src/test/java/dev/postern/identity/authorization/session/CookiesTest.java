package dev.postern.identity.authorization.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.Issuer;
import dev.postern.platform.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CookiesTest {

    private static Cookies of(String issuer) {
        return new Cookies(new Issuer(issuer, ""), Settings.of(Map.of()));
    }

    @Test
    void an_https_issuer_sets_host_cookies_that_only_tls_carries() {
        assertThat(of("https://as.test/tenant").session("v"))
                .isEqualTo("__Host-postern_session=v; Path=/; HttpOnly; SameSite=Lax; Secure");
        assertThat(of("https://as.test").binding("v"))
                .startsWith("__Host-postern_browser=v;")
                .endsWith("; Secure");
        assertThat(of("https://as.test").device("v"))
                .startsWith("__Host-postern_device=v;")
                .contains("; Secure");
        assertThat(of("https://as.test").noSession()).contains("; Secure", "; Max-Age=0");
    }

    @Test
    void an_http_issuer_on_loopback_sets_plain_ones() {
        assertThat(of("http://localhost:8080").session("v"))
                .isEqualTo("postern_session=v; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void none_names_a_domain() {
        assertThat(of("https://as.test").session("v")).doesNotContain("Domain");
    }
}
