package dev.postern.identity.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.data.database.Client;
import dev.postern.data.database.client.ApplicationType;
import dev.postern.identity.registration.RedirectTrial.Outcome;
import dev.postern.testing.fakes.TestClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a redirect URI is what the authorization endpoint does with it: RFC 9700 section 4.1.3, RFC 8252 section 7.3. */
class RedirectTrialTest {

    private static final Client WEB = TestClients.web()
            .redirectUris("https://app.example/callback", "http://127.0.0.1:8081/callback")
            .build();
    private static final Client NATIVE = TestClients.web()
            .applicationType(ApplicationType.NATIVE)
            .redirectUris("http://127.0.0.1/callback", "http://localhost/callback", "com.example.app:/callback")
            .build();

    @ParameterizedTest
    @CsvSource({
        "https://app.example/callback, EXACT, ''",
        "https://app.example/callback/, DIFFERENT, TRAILING_SLASH",
        "https://app.example/Callback, DIFFERENT, LETTER_CASE",
        "https://app.example/callback?a=b, DIFFERENT, QUERY",
        "https://app.example/other, DIFFERENT, PATH",
        "https://app.example:443/callback, DIFFERENT, PORT",
        "https://evil.example/callback, DIFFERENT, HOST",
        "http://127.0.0.1:9999/callback, PORT_OF_WEB_CLIENT, PORT",
        "https://app.example/callback#x, MALFORMED, ''",
        "https://*.example/callback, MALFORMED, ''",
        "com.example.app:/callback, MALFORMED, ''",
        "'', MALFORMED, ''"
    })
    void a_web_clients_uri_is_compared_letter_for_letter(String uri, Outcome outcome, String difference) {
        RedirectTrial trial = RedirectTrial.of(WEB, uri);

        assertThat(trial.outcome()).isEqualTo(outcome);
        assertThat(trial.differences()).hasToString("[" + difference + "]");
        assertThat(outcome.accepted()).isEqualTo(RedirectUris.registered(WEB, uri));
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/callback, EXACT",
        "http://127.0.0.1:50123/callback, LOOPBACK_PORT",
        "http://127.0.0.1:0/callback, DIFFERENT",
        "http://localhost:50123/callback, PORT_OF_LOCALHOST",
        "http://[::1]:50123/callback, DIFFERENT",
        "com.example.app:/callback, EXACT",
        "com.example.app:/other, DIFFERENT",
        "com.other.app:/callback, DIFFERENT"
    })
    void a_native_client_may_vary_the_port_of_a_loopback_address(String uri, Outcome outcome) {
        assertThat(RedirectTrial.of(NATIVE, uri).outcome()).isEqualTo(outcome);
        assertThat(outcome.accepted()).isEqualTo(RedirectUris.registered(NATIVE, uri));
    }

    @Test
    void a_client_without_such_a_grant_or_disabled_is_sent_nothing() {
        Client service = TestClients.web()
                .grantTypes("client_credentials")
                .redirectUris()
                .build();
        Client disabled = WEB.withRegistration(WEB.registration().enabled(false));

        assertThat(RedirectTrial.of(service, "https://app.example/callback").outcome())
                .isEqualTo(Outcome.NO_REDIRECTS);
        assertThat(RedirectTrial.of(disabled, "https://app.example/callback").outcome())
                .isEqualTo(Outcome.CLIENT_DISABLED);
    }
}
