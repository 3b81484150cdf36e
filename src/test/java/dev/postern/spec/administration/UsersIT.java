package dev.postern.spec.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Browser;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Users by the admin API, with what they were granted. */
class UsersIT {

    private static final String PASSWORD = "quiet tractors by the lake";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final AdminApi api = AdminApi.everything(server);
    private final String name = "made-" + UUID.randomUUID();
    private final Answer created = api.post("/users", user("username", name));
    private final String subject = created.text("subject");
    private final String path = "/users/" + subject;

    private static Map<String, Object> user(Object... more) {
        Map<String, Object> user = new HashMap<>(
                Map.of("password", PASSWORD, "claims", Map.of("name", "Made", "email", "made@example.com")));
        for (int i = 0; i < more.length; i += 2) {
            user.put((String) more[i], more[i + 1]);
        }
        return user;
    }

    private Answer tokens(String password) {
        return OAuthClient.confidential(server, "first-party")
                .tokens(new Browser(server.issuer()), "openid profile", name, password);
    }

    private boolean canSignIn(String password) {
        OAuthClient client = OAuthClient.confidential(server, "first-party");
        Browser browser = new Browser(server.issuer());
        Browser.Page login = browser.get(
                browser.authorize(client.authorization("openid profile")).location());
        return !browser.path(browser.login(login, name, password).location()).equals("/login");
    }

    @Test
    void a_user_is_made_and_signs_in() {
        assertThat(created.status()).isEqualTo(201);
        assertThat(subject).startsWith("usr_");
        assertThat(created.response().body()).doesNotContain(PASSWORD, "argon2");
        assertThat(canSignIn(PASSWORD)).isTrue();
    }

    @Test
    void a_name_that_is_taken_in_any_case_is_refused() {
        assertThat(api.post("/users", user("username", name.toUpperCase(java.util.Locale.ROOT)))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void rules_are_those_of_the_set_up_file() {
        Answer refused = api.post(
                "/users",
                Map.of(
                        "username",
                        " x",
                        "password",
                        "password1234",
                        "roles",
                        List.of("emperor"),
                        "claims",
                        Map.of("sub", "usr_1")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("violations"))
                .asString()
                .contains("/username", "/password", "/roles/0", "/claims/sub");
        assertThat(api.post("/users", user("username", "x", "subject", "usr_mine", "owner", "file:x"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void what_cannot_be_read_and_what_breaks_rules_are_told_at_once() {
        Answer refused = api.post(
                "/users",
                Map.of(
                        "username",
                        " x",
                        "password",
                        "password1234",
                        "roles",
                        "administrator",
                        "enabled",
                        "yes",
                        "colour",
                        1));

        assertThat(refused.status()).isEqualTo(422);
        assertThat((List<?>) refused.json().get("violations"))
                .<Object>extracting(violation -> ((Map<?, ?>) violation).get("field"))
                .containsExactlyInAnyOrder("/username", "/password", "/roles", "/enabled", "/colour");
    }

    @Test
    void a_patch_changes_claim_by_claim_and_needs_the_version() {
        Answer patched = api.patch(
                path, created.header("ETag"), Map.of("claims", Map.of("nickname", "M"), "groups", List.of("a", "b")));

        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.json().get("claims")).asString().contains("nickname", "made@example.com");
        assertThat((List<?>) patched.json().get("groups")).hasSize(2);
        assertThat(api.patch(path, created.header("ETag"), Map.of("enabled", false))
                        .status())
                .isEqualTo(412);
        assertThat(api.call("PATCH", path, "{}").status()).isEqualTo(428);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "\"x\", %s", "%s ,, \"a,b\"", " , %s,", "\"*\", W/\"w\", %s", "*"})
    void one_of_a_list_of_versions_will_do(String ifMatch) {
        assertThat(api.patch(path, ifMatch.formatted(created.header("ETag")), Map.of("groups", List.of("a")))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\", \"y\"", "W/%s", "\"*\"", "%s x", "x %s", "%s %s", "%s, *", "\"a%s"})
    void a_list_without_the_version_and_what_is_no_list_will_not(String ifMatch) {
        String tag = created.header("ETag");
        assertThat(api.patch(path, ifMatch.replace("%s", tag), Map.of("groups", List.of("a")))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void lists_of_versions_may_stand_in_several_headers() {
        Answer patched = api.call(
                "PATCH", path, "{\"groups\":[\"a\"]}", "If-Match", "\"x\"", "If-Match", created.header("ETag"));
        assertThat(patched.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /sessions",
        "DELETE, /sessions/x",
        "DELETE, /grants",
        "GET, /sessions",
        "GET, /sign-ins",
        "GET, ''",
        "POST, /password"
    })
    void of_somebody_who_is_not_there_nothing_is_told_and_nothing_ends(String method, String below) {
        assertThat(api.call(method, "/users/usr_nobody" + below, "").status()).isEqualTo(404);
    }

    @Test
    void a_disabled_user_cannot_sign_in() {
        api.patch(path, created.header("ETag"), Map.of("enabled", false));

        assertThat(canSignIn(PASSWORD)).isFalse();
    }

    @Test
    void what_a_disabled_user_has_counts_for_nothing_and_says_so_until_they_are_enabled_again()
            throws InterruptedException {
        OAuthClient client = OAuthClient.confidential(server, "refresh-always");
        Browser browser = signedIn();
        Answer tokens = client.tokens(browser, "openid profile", name, PASSWORD);
        assertThat(state(sessions())).isEqualTo("in_use");
        assertThat(state(grants())).isEqualTo("active");
        assertThat(isActive(client, tokens)).containsExactly(true, true);

        api.patch(path, "*", Map.of("enabled", false));
        assertThat(isActive(client, tokens)).containsExactly(false, false);
        assertThat(isSignedIn(browser)).isFalse();
        assertThat(state(sessions())).isEqualTo("user_disabled");
        assertThat((Map<?, ?>) sessions().get(0)).extracting("in_use").isEqualTo(false);
        assertThat(state(grants())).isEqualTo("user_disabled");
        assertThat(api.post("/tokens/lookup", Map.of("token", tokens.text("access_token")))
                        .json()
                        .get("token"))
                .asString()
                .contains("counts=false");

        api.patch(path, "*", Map.of("enabled", true));
        assertThat(isActive(client, tokens)).containsExactly(true, true);
        assertThat(isSignedIn(browser)).isTrue();
        assertThat(state(grants())).isEqualTo("active");
        api.call("DELETE", path + "/grants", "");
        assertThat(state(grants())).isEqualTo("revoked");
    }

    private static List<Object> isActive(OAuthClient client, Answer tokens) {
        return Stream.of("access_token", "refresh_token")
                .map(kind -> client.introspect(tokens.text(kind)).json().get("active"))
                .toList();
    }

    private static String state(List<?> items) {
        return String.valueOf(((Map<?, ?>) items.get(0)).get("state"));
    }

    private List<?> grants() {
        return (List<?>) api.get("/grants?limit=1&subject=" + subject).json().get("items");
    }

    @Test
    void a_grant_of_a_disabled_or_removed_client_says_so() {
        Map<String, Object> metadata = AdminApi.web("token_endpoint_auth_method", "none", "first_party", true);
        Answer made = api.post("/clients", metadata);
        String clientId = made.text("client_id");
        new OAuthClient(server.issuer(), clientId, "").tokens(new Browser(server.issuer()), "openid", name, PASSWORD);
        assertThat(state(grants())).isEqualTo("active");

        api.patch("/clients/" + clientId, "*", Map.of("enabled", false));
        assertThat(state(grants())).isEqualTo("client_disabled");
        server.database().update("update oauth_grant set expires_at = current_timestamp where subject = ?", subject);
        assertThat(state(grants())).isEqualTo("expired");
        server.database()
                .update(
                        "update oauth_grant set expires_at = timestamp '2999-01-01 00:00:00' where subject = ?",
                        subject);
        api.call("DELETE", "/clients/" + clientId, "", "If-Match", "*");
        assertThat(state(grants())).isEqualTo("client_removed");
    }

    @Test
    void a_new_password_takes_the_place_of_the_old_one() {
        String password = api.call("POST", path + "/password", "").text("password");

        assertThat(canSignIn(PASSWORD)).isFalse();
        assertThat(canSignIn(password)).isTrue();
    }

    @Test
    void only_who_may_do_everything_says_who_administers() {
        Answer administrator = api.post("/users", user("username", name + "-admin", "roles", List.of("administrator")));
        assertThat(administrator.status()).isEqualTo(201);
    }

    @Test
    void users_of_a_file_are_changed_there() {
        String alice = String.valueOf(server.database()
                .rows("select subject from app_user where username = 'alice'")
                .get(0)
                .get("subject"));
        Answer refused = api.patch("/users/" + alice, "*", Map.of("enabled", false));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("test-setup.yaml");
        assertThat(api.call("POST", "/users/" + alice + "/password", "").status())
                .isEqualTo(409);
    }

    @Test
    void users_are_found_by_name_address_and_role() {
        assertThat((List<?>) api.get("/users?q=" + name.substring(8)).json().get("items"))
                .hasSize(1);
        assertThat(api.get("/users?role=auditor&q=audrey").response().body()).contains("audrey");
        assertThat(api.get("/users?limit=1&q=made@EXAMPLE").text("next")).isNotNull();
    }

    @Test
    void what_a_user_granted_is_found_by_user_and_token_and_revoked() {
        OAuthClient client = OAuthClient.confidential(server, "refresh-always");
        Answer tokens = client.tokens(new Browser(server.issuer()), "openid profile", name, PASSWORD);
        String refreshToken = client.refresh(tokens.text("refresh_token")).text("refresh_token");

        Answer byToken = api.post("/tokens/lookup", Map.of("token", refreshToken));
        assertThat(byToken.json()).containsEntry("subject", subject).containsEntry("client_id", "refresh-always");
        assertThat(byToken.json().get("refresh_token")).asString().contains("spent=1", "usable=1");
        assertThat(byToken.json().get("token")).asString().contains("refresh_token", "counts=true", "generation=1");
        assertThat(api.post("/tokens/lookup", Map.of("token", tokens.text("refresh_token")))
                        .json()
                        .get("token"))
                .asString()
                .contains("counts=false", "generation=0");
        assertThat(api.post("/tokens/lookup", Map.of("token", tokens.text("access_token")))
                        .text("id"))
                .isEqualTo(byToken.text("id"));
        assertThat(api.post("/tokens/lookup", Map.of("token", "nonsense")).status())
                .isEqualTo(404);
        assertThat(api.get("/grants?subject=" + subject).response().body()).contains(byToken.text("id"));

        assertThat(api.call("DELETE", "/grants/" + byToken.text("id"), "").status())
                .isEqualTo(204);
        assertThat(client.refresh(refreshToken).error()).isEqualTo("invalid_grant");
        assertThat(client.userInfo(tokens.text("access_token")).status()).isEqualTo(401);
        assertThat(api.get("/grants/" + byToken.text("id")).text("revoke_reason"))
                .isEqualTo("revoked by an administrator");
    }

    private boolean isSignedIn(Browser browser) {
        OAuthClient client = OAuthClient.confidential(server, "first-party");
        Map<String, String> request = client.authorization("openid profile", "prompt", "none");
        return browser.authorize(request).parameter("code").isPresent();
    }

    private Browser signedIn() {
        Browser browser = new Browser(server.issuer());
        browser.signIn(OAuthClient.confidential(server, "first-party").authorization("openid profile"), name, PASSWORD);
        assertThat(isSignedIn(browser)).isTrue();
        return browser;
    }

    private List<?> sessions() throws InterruptedException {
        List<?> sessions = List.of();
        for (int i = 0; i < 100 && sessions.isEmpty(); i++) {
            Thread.sleep(100);
            sessions = (List<?>) api.get(path + "/sessions").json().get("items");
        }
        return sessions;
    }

    @Test
    void a_session_is_listed_and_ended() throws InterruptedException {
        Browser browser = signedIn();
        String sessionId = String.valueOf(((Map<?, ?>) sessions().get(0)).get("session_id"));

        assertThat(api.call("DELETE", path + "/sessions/" + sessionId, "").status())
                .isEqualTo(204);
        assertThat(isSignedIn(browser)).isFalse();
        assertThat(api.call("DELETE", path + "/sessions/" + sessionId, "").status())
                .isEqualTo(404);
        assertThat(isSignedIn(signedIn())).isTrue();
    }

    @Test
    void sessions_of_all_users_are_listed_in_parts_newest_first() throws InterruptedException {
        signedIn();
        sessions();
        Answer first = api.get("/sessions?limit=1");
        assertThat((List<?>) first.json().get("items")).hasSize(1);
        assertThat(api.get("/sessions?limit=500").response().body()).contains(subject);
        assertThat(api.get("/sessions?cursor=nonsense").status()).isEqualTo(422);
    }

    @Test
    void the_sign_ins_of_a_user_are_listed_those_that_failed_too() throws InterruptedException {
        assertThat(canSignIn("not the password")).isFalse();
        signedIn();
        String history = "";
        for (int i = 0; i < 100 && !(history.contains("login_failed") && history.contains("login_succeeded")); i++) {
            Thread.sleep(100);
            history = api.get(path + "/sign-ins").response().body();
        }
        assertThat(history).contains("login_failed", "login_succeeded", "wrong password");
        assertThat(api.get(path + "/sign-ins?limit=1").text("next")).isNotNull();
    }

    @Test
    void what_happened_under_a_grant_is_listed() throws InterruptedException {
        OAuthClient client = OAuthClient.confidential(server, "refresh-always");
        Answer tokens = client.tokens(new Browser(server.issuer()), "openid profile", name, PASSWORD);
        client.refresh(tokens.text("refresh_token"));
        String grantId = api.post("/tokens/lookup", Map.of("token", tokens.text("access_token")))
                .text("id");
        String events = "";
        for (int i = 0; i < 100 && !events.contains("token_refreshed"); i++) {
            Thread.sleep(100);
            events = api.get("/grants/" + grantId + "/events").response().body();
        }
        assertThat(events).contains("token_issued", "token_refreshed");
    }

    @Test
    void grants_come_in_parts_that_go_on_where_the_one_before_ended() {
        tokens(PASSWORD);
        tokens(PASSWORD);
        Answer first = api.get("/grants?limit=1&subject=" + subject);
        Answer second = api.get("/grants?limit=1&subject=" + subject + "&cursor=" + first.text("next"));
        assertThat((List<?>) second.json().get("items")).hasSize(1);
        assertThat(second.json().get("items")).isNotEqualTo(first.json().get("items"));
        assertThat(second.json()).doesNotContainKey("next");
    }

    @Test
    void a_new_password_takes_back_what_the_old_one_gave_offline_access_too() {
        OAuthClient client = OAuthClient.confidential(server, "refresh-always");
        Answer tokens = client.tokens(new Browser(server.issuer()), "openid profile", name, PASSWORD);
        api.patch(path, "*", Map.of("password", "a whole other sentence"));

        assertThat(client.refresh(tokens.text("refresh_token")).error()).isEqualTo("invalid_grant");
        assertThat(canSignIn("a whole other sentence")).isTrue();
    }

    @Test
    void all_sessions_end_at_once_and_with_a_new_password() {
        Browser browser = signedIn();
        assertThat(api.call("DELETE", path + "/sessions", "").status()).isEqualTo(200);
        assertThat(isSignedIn(browser)).isFalse();

        Browser another = signedIn();
        api.call("POST", path + "/password", "");
        assertThat(isSignedIn(another)).isFalse();
    }

    @Test
    void everything_that_a_user_granted_is_revoked_at_once() {
        Answer tokens = tokens(PASSWORD);

        assertThat(api.call("DELETE", path + "/grants", "").json()).containsEntry("revoked", 1);
        assertThat(OAuthClient.confidential(server, "first-party")
                        .userInfo(tokens.text("access_token"))
                        .status())
                .isEqualTo(401);
    }
}
