package dev.postern.spec.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.Json;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An administrator has a link mailed by which a person sets a new password (OWASP Forgot Password Cheat Sheet). */
class ResetLinkIT {

    private static final String OLD = "quiet tractors by the lake";
    private static final String NEW = "eleven blue bicycles uphill";
    private static final Pattern LINK = Pattern.compile("/new-password\\?link=[\\w-]+");

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient client = OAuthClient.confidential(server, "first-party");
    private final String token = OAuthClient.confidential(server, "admin-all")
            .clientCredentials("scope", "admin:read admin:write")
            .text("access_token");
    private final String name = "reset-" + UUID.randomUUID();
    private final String address = name + "@example.com";
    private final String subject = call("POST", "/users", user(address)).text("subject");
    private final Browser browser = new Browser(server.issuer());

    private Map<String, Object> user(String email) {
        return Map.of("username", name, "password", OLD, "claims", Map.of("email", email));
    }

    private Answer call(String method, String path, Map<String, Object> body) {
        return OAuthClient.send(new OAuthClient(server.issuer(), "", "")
                .request("/admin/api/v1" + path)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("If-Match", "*")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.write(body))));
    }

    private Answer send() {
        return call("POST", "/users/" + subject + "/password-link", Map.of());
    }

    /** The first, second … link that was mailed to the user. */
    private String link(int number) {
        Matcher link = LINK.matcher(server.mails(address, "/new-password?link=", number)
                .get(number - 1)
                .text());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private Page set(String link, String password, String again) {
        Map<String, String> fields =
                new java.util.LinkedHashMap<>(browser.get(link).fields());
        fields.put("password", password);
        fields.put("password_again", again);
        return browser.post("/new-password/confirm", fields);
    }

    private boolean canSignIn(String password) {
        Browser another = new Browser(server.issuer());
        Page login = another.get(
                another.authorize(client.authorization("openid profile")).location());
        return !another.path(another.login(login, name, password).location()).equals("/login");
    }

    @Test
    void the_link_sets_a_new_password_once_and_ends_what_the_old_one_gave() {
        Answer tokens = client.tokens(new Browser(server.issuer()), "openid profile", name, OLD);
        assertThat(send().status()).isEqualTo(204);
        String link = link(1);
        assertThat(browser.get(link).body())
                .contains("Set a new password", name)
                .doesNotContain("<script");
        assertThat(canSignIn(OLD)).isTrue();

        Page done = set(link, NEW, NEW);
        assertThat(done.status()).isEqualTo(303);
        assertThat(browser.get(done.location()).body()).contains("Your new password is set", "href=\"/account\"");

        assertThat(canSignIn(OLD)).isFalse();
        assertThat(canSignIn(NEW)).isTrue();
        assertThat(client.userInfo(tokens.text("access_token")).status()).isEqualTo(401);
        assertThat(browser.get(link).status()).isEqualTo(410);
    }

    @Test
    void a_mistake_leaves_the_link_as_it_is() {
        send();
        String link = link(1);
        assertThat(browser.get(set(link, NEW, NEW + "r").location()).body()).contains("are not the same");
        assertThat(browser.get(set(link, "password1234", "password1234").location())
                        .body())
                .contains("too easy to guess");
        assertThat(set(link, NEW, NEW).location().getPath()).isEqualTo("/new-password/done");
    }

    @Test
    void a_later_link_takes_the_place_of_the_one_before_and_so_does_a_new_password() {
        send();
        String first = link(1);
        send();
        String second = link(2);
        assertThat(browser.get(first).status()).isEqualTo(410);
        assertThat(browser.get(second).status()).isEqualTo(200);
        call("POST", "/users/" + subject + "/password", Map.of());
        assertThat(browser.get(second).status()).isEqualTo(410);
    }

    @Test
    void a_person_gets_few_links_an_hour() {
        for (int i = 0; i < 5; i++) {
            assertThat(send().status()).isEqualTo(204);
        }
        assertThat(send().status()).isEqualTo(409);
    }

    @Test
    void nobody_without_an_address_or_disabled_is_mailed_a_link() {
        call("PATCH", "/users/" + subject, Map.of("enabled", false));
        assertThat(send().status()).isEqualTo(409);
    }

    @Test
    void a_link_of_somebody_who_was_disabled_is_worth_nothing() {
        send();
        String link = link(1);
        call("PATCH", "/users/" + subject, Map.of("enabled", false));
        assertThat(browser.get(link).status()).isEqualTo(410);
    }

    @Test
    void made_up_links_and_forms_from_elsewhere_are_refused() {
        assertThat(browser.get("/new-password?link=" + "A".repeat(43)).status()).isEqualTo(410);
        assertThat(browser.get("/new-password").status()).isEqualTo(410);
        send();
        Map<String, String> fields = Map.of(
                "link", link(1).substring("/new-password?link=".length()), "password", NEW, "password_again", NEW);
        assertThat(browser.post("/new-password/confirm", fields, "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(canSignIn(OLD)).isTrue();
    }

    @Test
    void the_database_and_the_audit_trail_never_see_the_secret() {
        send();
        String secret = link(1).substring("/new-password?link=".length());
        assertThat(server.database().rows("select token_hash from one_time_link where token_hash = ?", secret))
                .isEmpty();
        assertThat(server.database().rows("select id from audit_event where details like ?", "%" + secret + "%"))
                .isEmpty();
    }
}
