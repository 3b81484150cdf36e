package dev.postern.spec.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.TestServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who gets to see a screen of the console, and by which way they come: every view, every form. */
class ConsoleAccessIT {

    private final String issuer = TestServer.shared(Mode.EMBEDDED).issuer();

    static List<String> views() {
        return Console.VIEWS;
    }

    static List<String> changing() {
        return Console.CHANGING;
    }

    static Stream<String> addresses() {
        return Stream.of(Console.VIEWS, Console.CHANGING, Console.FORMS).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void nobody_is_sent_to_sign_in_as_an_ordinary_client(String address) {
        URI location = new Browser(issuer).get(address).location();
        Map<String, String> request = Browser.query(location);

        assertThat(location.toString()).startsWith(issuer + "/authorize?");
        assertThat(request)
                .containsEntry("client_id", "postern-console")
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge");
    }

    @ParameterizedTest
    @MethodSource("views")
    void who_has_no_role_sees_an_error_page(String view) {
        Page page = Console.bob(issuer).get(view);
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).doesNotContain("places");
    }

    @ParameterizedTest
    @MethodSource("views")
    void an_auditor_and_an_administrator_see_it(String view) {
        for (Console console : List.of(Console.audrey(issuer), Console.adam(issuer))) {
            Page page = console.get(view);
            assertThat(page.status()).as(view).isEqualTo(200);
            assertThat(page.header("Cache-Control")).contains("no-store");
            assertThat(page.headers("Content-Security-Policy")).hasSize(1);
            assertThat(page.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
        }
    }

    @ParameterizedTest
    @MethodSource("changing")
    void what_only_changes_something_is_for_administrators(String view) {
        assertThat(Console.adam(issuer).get(view).status()).isEqualTo(200);
        Console audrey = Console.audrey(issuer);
        assertThat(audrey.get(view).status()).isEqualTo(403);
        assertThat(audrey.post(view, Map.of("csrf", audrey.token())).status()).isEqualTo(403);
        assertThat(Console.bob(issuer).get(view).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void a_form_without_the_token_of_its_session_is_refused(String address) {
        Console adam = Console.adam(issuer);
        String own = adam.token();
        String foreign = Console.adam(issuer).token();

        assertThat(adam.post(address, Map.of()).status()).isEqualTo(403);
        assertThat(adam.post(address, Map.of("csrf", foreign)).status()).isEqualTo(403);
        assertThat(adam.post(address, Map.of("csrf", own), "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(adam.post(address, Map.of("csrf", own), "Origin", "https://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(adam.browser()
                        .postRaw(address, "csrf=" + own + "&csrf=" + own)
                        .status())
                .isEqualTo(403);
        assertThat(adam.get("/console").status()).as("still signed in").isEqualTo(200);
    }

    @Test
    void views_are_reached_by_their_addresses_only() {
        Console adam = Console.adam(issuer);
        for (String way : List.of(
                "/faces/console/scopes.xhtml",
                "/faces/console/scopes",
                "/console/scopes.xhtml",
                "/console.xhtml",
                "/faces/login.xhtml",
                "/console/nothing",
                "/faces/jakarta.faces.resource/web.xml?ln=..%2F..%2FWEB-INF")) {
            assertThat(adam.get(way).status()).as(way).isEqualTo(404);
            assertThat(new Browser(issuer).get(way).status()).as(way).isIn(303, 404);
        }
    }

    @Test
    void a_logout_at_the_server_ends_it_at_once() {
        Console adam = Console.adam(issuer);
        String console = adam.browser().cookies().get("postern_console");
        Page left = adam.post("/console/sign-out", Map.of("csrf", adam.token()));
        adam.get(left.location().toString());
        adam.browser().cookies().put("postern_console", console);

        assertThat(adam.get("/console").status()).isEqualTo(303);
    }

    @Test
    void the_cookie_alone_opens_nothing() {
        Console adam = Console.adam(issuer);
        Browser thief = new Browser(issuer);
        thief.cookies().put("postern_console", adam.browser().cookies().get("postern_console"));

        assertThat(thief.get("/console").status()).isEqualTo(303);
    }

    @Test
    void an_answer_that_this_browser_did_not_ask_for_is_refused() {
        Browser victim = new Browser(issuer);
        victim.get("/console");
        Browser attacker = new Browser(issuer);
        String state = Browser.query(attacker.get("/console").location()).get("state");

        assertThat(victim.get("/console/signed-in?code=any&state=" + state + "&iss=" + issuer)
                        .status())
                .isEqualTo(400);
        assertThat(victim.get("/console/signed-in?error=access_denied").status())
                .isEqualTo(400);
    }

    @Test
    void the_language_is_chosen_for_the_session() {
        Console adam = Console.adam(issuer);
        Page changed = adam.post(
                "/console/language",
                Map.of("csrf", adam.token(), "language", "es", "page", "https://evil.example/console"));

        assertThat(changed.location()).hasToString(issuer + "/console");
        assertThat(adam.get("/console/scopes").body()).contains("lang=\"es\"", "Lo que pueden pedir");
    }
}
