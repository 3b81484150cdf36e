package dev.postern.spec.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.Parallel;
import dev.postern.testserver.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The web app as an OpenID Connect client: OpenID Connect Core section 3.1, RFC 9207, RFC 9700 section 4.7. */
class AppIT {

    private static final String ALICE = "copper lantern at noon";
    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final AppWalk walk = new AppWalk(server.issuer());

    @Test
    void a_stranger_is_offered_to_sign_in() {
        Page page = walk.home();
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("/app/login");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(walk.browser.get("/app", "Accept-Language", "es").body()).contains("Iniciar sesión");
    }

    @Test
    void the_way_to_the_authorization_server_has_everything_that_protects_it() {
        Page page = walk.browser.get("/app/login");
        Map<String, String> query = Browser.query(page.location());
        assertThat(query)
                .containsKeys("state", "nonce", "code_challenge", "resource")
                .containsEntry("code_challenge_method", "S256");
        assertThat(page.header("Set-Cookie")).contains("postern_app_browser=", "HttpOnly", "SameSite=Lax");
    }

    @Test
    void somebody_signed_in_sees_their_profile_the_api_and_the_way_it_took() {
        Page page = walk.signIn("alice", ALICE);
        assertThat(page.body())
                .contains(
                        "Alice Example",
                        "alice@example.com",
                        "GET /gateway/api/v1/me",
                        "Status 200",
                        "GET /gateway/api/v1/notes",
                        "at_hash",
                        "auth_time",
                        "openid profile email notes.read");
        assertThat(page.body()).doesNotContain("eyJ");
        assertThat(walk.browser.cookies().get("postern_app")).hasSize(43);
        assertThat(AppWalk.hops(page))
                .contains(
                        "H1", "H2", "H3", "H4", "H5", "H8", "H9", "H10", "H11", "H12", "H13", "H14", "H15", "H16",
                        "H17", "H18", "H19", "H20", "H21", "H22", "H26");
        assertThat(server.database().number("select count(*) from account where display_name = 'Alice Example'"))
                .isEqualTo(1);
        Parallel.until(() -> server.database().number("select count(*) from audit_event where type = 'app_login'") > 0);
    }

    @Test
    void the_account_counts_sign_ins_and_the_session_is_new_each_time() {
        walk.signIn("alice", ALICE);
        String first = walk.browser.cookies().get("postern_app");
        long before = signIns();
        walk.signIn("alice", ALICE);
        assertThat(walk.browser.cookies().get("postern_app")).isNotEqualTo(first);
        assertThat(signIns()).isGreaterThan(before);
        walk.browser.cookies().put("postern_app", first);
        assertThat(walk.home().body()).contains("/app/login");
    }

    @Test
    void a_call_that_lacks_a_scope_is_refused_by_the_api_and_shown() {
        Page home = walk.signIn("alice", ALICE);
        Page refused = walk.browser.post(
                "/app/refused-call", Map.of("token", home.fields().get("token")));
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body()).contains("Status 403", "insufficient_scope", "notes.write", "realm=&quot;api&quot;");
        assertThat(walk.browser
                        .post("/app/refused-call", Map.of("token", "guessed"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_callback_works_once_and_in_the_browser_that_began_only() {
        Page callback = walk.untilRedirectTo("/app/callback", "alice", ALICE);
        Browser other = new Browser(server.issuer());
        assertThat(other.get(callback.location()).status()).isEqualTo(400);
        assertThat(walk.browser.get(callback.location()).status()).isEqualTo(303);
        assertThat(walk.browser.get(callback.location()).status()).isEqualTo(400);
    }

    @Test
    void an_answer_of_another_issuer_or_without_one_is_thrown_away() {
        for (String wrong : List.of("&iss=https%3A%2F%2Fevil.test", "", "&iss=" + server.issuer() + "&iss=x")) {
            Map<String, String> query =
                    Browser.query(walk.browser.get("/app/login").location());
            Page page = walk.browser.get("/app/callback?code=abc&state=" + query.get("state") + wrong);
            assertThat(page.status()).isEqualTo(400);
            assertThat(page.body()).contains("not one that this app can trust");
        }
    }

    @Test
    void a_made_up_state_is_refused_and_changes_nothing() {
        walk.signIn("alice", ALICE);
        String session = walk.browser.cookies().get("postern_app");
        assertThat(walk.browser
                        .get("/app/callback?code=a&state=b&iss=" + server.issuer())
                        .status())
                .isEqualTo(400);
        assertThat(walk.browser.cookies()).containsEntry("postern_app", session);
        assertThat(walk.home().body()).contains("Alice Example");
    }

    @Test
    void somebody_who_says_no_is_told_so() {
        Map<String, String> query = Browser.query(walk.browser.get("/app/login").location());
        Page page = walk.browser.get("/app/callback?error=access_denied&error_description=%3Cscript%3E&state="
                + query.get("state") + "&iss=" + server.issuer());
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("declined").doesNotContain("<script");
    }

    @Test
    void signing_out_ends_the_app_session_and_the_server_session() {
        Page home = walk.signIn("alice", ALICE);
        assertThat(walk.browser.post("/app/logout", Map.of("token", "guessed")).status())
                .isEqualTo(403);
        Page left =
                walk.browser.post("/app/logout", Map.of("token", home.fields().get("token")));
        assertThat(left.location().getPath()).isEqualTo("/logout");
        assertThat(walk.browser.cookies()).doesNotContainKey("postern_app");
        Page back = walk.browser.get(left.location());
        assertThat(back.location().toString()).isEqualTo(server.issuer() + "/app");
        assertThat(walk.home().body()).contains("/app/login");
    }

    @Test
    void two_hundred_pages_at_once_are_all_answered() {
        walk.signIn("alice", ALICE);
        List<Page> pages = Parallel.run(200, walk::home);
        assertThat(pages).allSatisfy(page -> assertThat(page.status()).isIn(200, 503));
        assertThat(pages).filteredOn(page -> page.status() == 200).isNotEmpty();
        assertThat(walk.home().status()).isEqualTo(200);
    }

    private long signIns() {
        return server.database().number("select max(sign_ins) from account where display_name = 'Alice Example'");
    }
}
