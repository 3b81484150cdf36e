package dev.postern.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.spec.app.AppWalk;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.Parallel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of one flow go to the two nodes in turn; each flow is walked twice, the second time with the nodes the other way round. */
@ParameterizedClass
@ValueSource(booleans = {false, true})
class TakingTurnsIT {

    private static final String PASSWORD = "copper lantern at noon";
    private static final Pattern WITHDRAW =
            Pattern.compile("name=\"client\" value=\"web-basic\">\\s*<input[^>]*name=\"token\" value=\"([^\"]+)\"");

    @Parameter
    boolean swapped;

    private final Cluster cluster = Cluster.shared();
    private final OAuthClient web = cluster.client("web-basic");
    private final Browser browser = new Browser(cluster.issuer());

    @BeforeEach
    void let_the_wanted_node_be_next() {
        String last = swapped ? cluster.b().url() : cluster.a().url();
        Parallel.until(() -> last.endsWith(node(browser.get("/jwks"))));
    }

    private static String node(Page page) {
        return page.header("X-Node").replaceFirst(".*:", ":");
    }

    private static String node(Answer answer) {
        return answer.header("X-Node").replaceFirst(".*:", ":");
    }

    @Test
    void requests_take_turns() {
        String one = node(browser.get("/jwks"));
        String other = node(browser.get("/jwks"));
        assertThat(one).isNotEqualTo(other);
        assertThat(node(browser.get("/jwks"))).isEqualTo(one);
    }

    @Test
    void from_the_login_form_to_the_revoked_token() {
        Page atLogin = browser.authorize(web.authorization("openid profile offline_access", "prompt", "consent"));
        Page login = browser.get(atLogin.location());
        Page afterLogin = browser.login(login, "alice", PASSWORD);
        Page consent = browser.get(afterLogin.location());
        Page back = browser.decide(consent, "allow");
        assertThat(node(login)).isNotEqualTo(node(afterLogin));
        assertThat(node(consent)).isNotEqualTo(node(back));

        Answer tokens = web.redeem(back.parameter("code").orElseThrow());
        assertThat(node(tokens)).isNotEqualTo(node(back));
        Answer userInfo = web.userInfo(tokens.text("access_token"));
        assertThat(userInfo.text("name")).isEqualTo("Alice Example");
        assertThat(node(userInfo)).isNotEqualTo(node(tokens));
        Answer refreshed = web.refresh(tokens.text("refresh_token"));
        Answer again = web.refresh(refreshed.text("refresh_token"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(node(refreshed)).isNotEqualTo(node(again));
        String token = again.text("access_token");
        assertThat(web.introspect(token).json()).containsEntry("active", true);
        assertThat(web.revoke(again.text("refresh_token")).status()).isEqualTo(200);
        Parallel.until(() -> Boolean.FALSE.equals(web.introspect(token).json().get("active")));
        assertThat(web.userInfo(token).status()).isEqualTo(401);
        assertThat(web.userInfo(token).status()).isEqualTo(401);
    }

    @Test
    void every_form_is_answered_by_the_node_that_did_not_make_what_it_answers() {
        Page atLogin = browser.authorize(web.authorization("openid profile", "prompt", "consent"));
        Page login = browser.get(atLogin.location());
        browser.get("/jwks");
        Page afterLogin = browser.login(login, "alice", PASSWORD);
        assertThat(node(afterLogin)).isNotEqualTo(node(atLogin));
        assertThat(afterLogin.location().getPath()).isEqualTo("/consent");

        Page consent = browser.get(afterLogin.location());
        browser.get("/jwks");
        Page back = browser.decide(consent, "allow");
        assertThat(node(back)).isNotEqualTo(node(afterLogin));
        assertThat(back.parameter("code")).isPresent();
    }

    @Test
    void a_mistyped_password_is_said_and_the_next_one_counts() {
        Page login = browser.get(browser.authorize(web.authorization("openid", "prompt", "login"))
                .location());
        Page refused = browser.get(browser.login(login, "alice", "wrong").location());
        assertThat(refused.uri().getPath()).isEqualTo("/login");
        Page next = browser.login(refused, "alice", PASSWORD);
        assertThat(next.location().getPath()).isNotEqualTo("/login");
    }

    @Test
    void a_code_that_one_node_has_redeemed_is_refused_by_the_other_and_takes_the_tokens_along() {
        String code = web.code(browser, "openid offline_access");
        Answer tokens = web.redeem(code);
        Answer replayed = web.redeem(code);
        assertThat(node(tokens)).isNotEqualTo(node(replayed));
        assertThat(replayed.error()).isEqualTo("invalid_grant");
        Parallel.until(() -> web.userInfo(tokens.text("access_token")).status() == 401
                && web.userInfo(tokens.text("access_token")).status() == 401);
        assertThat(web.refresh(tokens.text("refresh_token")).error()).isEqualTo("invalid_grant");
    }

    @Test
    void whoever_signs_out_is_signed_out_on_both_nodes() {
        String idToken =
                web.tokens(browser, "openid profile", "alice", PASSWORD).text("id_token");
        String session = browser.cookies().get("postern_session");
        assertThat(isSignedIn()).isTrue();
        assertThat(isSignedIn()).isTrue();
        Page asked = browser.get("/logout?client_id=web-basic");
        Page confirm = browser.get(asked.location());
        Map<String, String> fields = new LinkedHashMap<>(confirm.fields());
        fields.put("decision", "sign-out");
        Page out = browser.post("/logout/confirm", fields);
        assertThat(browser.get(out.location()).status()).isEqualTo(200);
        browser.cookies().put("postern_session", session);
        Parallel.until(() -> !isSignedIn() && !isSignedIn());
        assertThat(idToken).isNotEmpty();
    }

    private boolean isSignedIn() {
        return browser.authorize(web.authorization("openid profile", "prompt", "none"))
                .parameter("code")
                .isPresent();
    }

    @Test
    void a_device_waits_at_one_node_while_its_person_answers_at_both() throws Exception {
        OAuthClient tv = new OAuthClient(cluster.issuer(), "tv", "");
        Answer asked = tv.askAsDevice("openid profile offline_access");
        String deviceCode = asked.text("device_code");
        Answer early = tv.poll(deviceCode);
        assertThat(early.error()).isEqualTo("authorization_pending");
        assertThat(node(early)).isNotEqualTo(node(asked));

        Page entered = browser.get("/interaction/device?user_code=" + asked.text("user_code"));
        Page login = browser.get(entered.location());
        Page afterLogin = browser.login(login, "alice", PASSWORD);
        Page consent = browser.get(afterLogin.location());
        Page answered = browser.decide(consent, "allow");
        assertThat(answered.location().getQuery()).isEqualTo("answer=allowed");
        assertThat(node(entered)).isNotEqualTo(node(login));
        assertThat(node(consent)).isNotEqualTo(node(answered));

        Thread.sleep(Duration.ofSeconds(1).toMillis()); // the interval
        Answer tokens = tv.poll(deviceCode);
        Answer again = tv.poll(deviceCode);
        assertThat(tokens.status()).as(tokens.response().body()).isEqualTo(200);
        assertThat(node(again)).isNotEqualTo(node(tokens));
        assertThat(again.status()).isEqualTo(400);
        assertThat(tv.refresh(tokens.text("refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void people_see_and_withdraw_what_they_have_allowed() {
        browser.signIn(web.authorization("openid notes.read"), "bob", "seven quiet harbours");
        Page account = browser.get("/account");
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client", "web-basic");
        form.put(
                "token",
                WITHDRAW.matcher(account.body())
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(account.body())));
        Page withdrawn = browser.post("/account/withdraw", form);
        assertThat(withdrawn.status()).isEqualTo(303);
        for (int i = 0; i < 2; i++) {
            assertThat(browser.get("/account").body()).doesNotContain("value=\"web-basic\"");
        }
    }

    @Test
    void an_auditor_sees_the_reports() {
        Page asked = browser.get("/console/reports");
        Page page = browser.get(asked.location());
        while (page.status() == 303 || browser.path(page.uri()).equals("/login")) {
            page = page.status() == 303
                    ? browser.get(page.location())
                    : browser.login(page, "audrey", "marble stairs and echoes");
        }
        assertThat(page.uri().getPath()).isEqualTo("/console/reports");
        assertThat(page.status()).isEqualTo(200);
        assertThat(browser.get("/console/reports").status()).isEqualTo(200);
    }

    @Test
    void the_app_signs_in_calls_the_api_and_signs_out() {
        AppWalk walk = new AppWalk(cluster.issuer());
        Page home = walk.signIn("alice", PASSWORD);
        assertThat(home.body()).contains("Alice Example", "Status 200");
        assertThat(walk.browser.get("/app").body()).contains("Status 200");
        assertThat(walk.browser.get("/app").body()).contains("Status 200");
        Page left =
                walk.browser.post("/app/logout", Map.of("token", home.fields().get("token")));
        assertThat(walk.browser.get(left.location()).location()).hasToString(cluster.issuer() + "/app");
        assertThat(walk.browser.get("/app").body()).doesNotContain("Alice Example");
        assertThat(walk.browser.get("/app").body()).doesNotContain("Alice Example");
    }

    @Test
    void a_client_that_registers_itself_is_known_to_both_nodes_at_once() {
        Answer registered = OAuthClient.send(
                web.request("/register")
                        .header("Content-Type", "application/json")
                        .POST(
                                java.net.http.HttpRequest.BodyPublishers.ofString(
                                        "{\"redirect_uris\":[\"https://app.example/cb\"],\"token_endpoint_auth_method\":\"client_secret_basic\"}")));
        assertThat(registered.status()).as(registered.response().body()).isEqualTo(201);
        OAuthClient fresh =
                new OAuthClient(cluster.issuer(), registered.text("client_id"), registered.text("client_secret"));
        for (int i = 0; i < 2; i++) {
            assertThat(fresh.redeem("nonsense").error()).isEqualTo("invalid_grant");
        }
    }
}
