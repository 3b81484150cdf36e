package dev.postern.spec.rfc8628;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.Parallel;
import dev.postern.testserver.TestServer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 8628: a device shows a code, and its person answers in a browser. The servers of the tests have an interval of one second. */
@ParameterizedClass
@EnumSource(Mode.class)
class DeviceFlowIT {

    private static final String PASSWORD = "copper lantern at noon";
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Parameter
    Mode mode;

    private TestServer server() {
        return TestServer.shared(mode);
    }

    private OAuthClient tv() {
        return OAuthClient.open(server(), "tv");
    }

    private Browser browser() {
        return new Browser(server().issuer());
    }

    private Answer asked() {
        Answer asked = tv().askAsDevice("openid profile offline_access orders.read");
        assertThat(asked.status()).as(asked.response().body()).isEqualTo(200);
        return asked;
    }

    private static Page enter(Browser browser, Answer asked) {
        return browser.get("/interaction/device?user_code=" + asked.text("user_code"));
    }

    private static Page consent(Browser browser, Answer asked) {
        Page login = browser.get(enter(browser, asked).location());
        return browser.get(browser.login(login, "alice", PASSWORD).location());
    }

    private Answer poll(Answer asked) {
        return tv().poll(asked.text("device_code"));
    }

    private Answer pollAgain(Answer asked) throws InterruptedException {
        Thread.sleep(INTERVAL.toMillis());
        return poll(asked);
    }

    @Test
    void the_device_is_told_where_its_person_goes_and_how_often_it_may_ask() {
        Answer asked = asked();
        String page = server().issuer() + "/device";
        assertThat(asked.text("user_code")).matches("[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}");
        assertThat(asked.json())
                .containsEntry("verification_uri", page)
                .containsEntry("verification_uri_complete", page + "?user_code=" + asked.text("user_code"))
                .containsEntry("expires_in", 600)
                .containsEntry("interval", 1);
        assertThat(asked.header("Cache-Control")).contains("no-store");
    }

    @Test
    void from_the_code_on_the_screen_to_the_tokens() throws Exception {
        Answer asked = asked();
        Answer early = poll(asked);
        assertThat(early.status()).isEqualTo(400);
        assertThat(early.error()).isEqualTo("authorization_pending");

        Browser browser = browser();
        Page typing = browser.get("/device");
        assertThat(typing.status()).isEqualTo(200);
        assertThat(typing.body()).contains("name=\"user_code\"");
        Page consent = consent(browser, asked);
        assertThat(consent.body()).contains("Living Room TV", asked.text("user_code"), "see your orders");
        assertThat(consent.header("Content-Security-Policy")).contains("form-action 'self';");
        Page answered = browser.decide(consent, "allow");
        assertThat(browser.get(answered.location()).body()).contains("Your device is connected");

        Answer tokens = pollAgain(asked);
        assertThat(tokens.status()).as(tokens.response().body()).isEqualTo(200);
        assertThat(tokens.text("scope").split(" "))
                .containsExactlyInAnyOrder("openid", "profile", "offline_access", "orders.read");
        assertThat(tokens.claims("id_token")).containsEntry("aud", "tv");
        Answer refreshed = tv().refresh(tokens.text("refresh_token"));
        assertThat(tv().userInfo(refreshed.text("access_token")).text("name")).isEqualTo("Alice Example");
    }

    @Test
    void the_whole_address_brings_the_code_along_and_the_person_compares_it() {
        Answer asked = asked();
        Page page = browser().get(asked.text("verification_uri_complete"));
        assertThat(page.body()).contains("value=\"" + asked.text("user_code") + "\"", "shows this very code");
        Page spanish = browser().get(asked.text("verification_uri_complete"), "Accept-Language", "es");
        assertThat(spanish.body()).contains("Conecta un dispositivo");
    }

    @Test
    void a_code_is_taken_in_small_letters_and_without_its_dash() {
        Answer asked = asked();
        String typed = asked.text("user_code").replace("-", "").toLowerCase(Locale.ROOT);
        Page page = browser().get("/interaction/device?user_code=" + typed);
        assertThat(page.location().getPath()).endsWith("/login");
    }

    @Test
    void whoever_denies_it_ends_it() {
        Answer asked = asked();
        Browser browser = browser();
        Page answered = browser.decide(consent(browser, asked), "deny");
        assertThat(browser.get(answered.location()).body()).contains("Your device was not connected");
        Answer refused = poll(asked);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("access_denied");
        assertThat(enter(browser, asked).location().getQuery()).isEqualTo("unknown=true");
    }

    @Test
    void what_was_allowed_once_is_asked_again_for_the_next_device() {
        Browser browser = browser();
        browser.decide(consent(browser, asked()), "allow");
        Page next = enter(browser, asked());
        assertThat(next.location().getPath()).endsWith("/consent");
    }

    @Test
    void of_two_answers_the_first_counts() {
        Answer asked = asked();
        Browser one = browser();
        Browser other = browser();
        Page consentOfOne = consent(one, asked);
        Page consentOfOther = consent(other, asked);
        one.decide(consentOfOne, "deny");
        Page late = other.decide(consentOfOther, "allow");
        assertThat(late.status()).isEqualTo(400);
        assertThat(poll(asked).error()).isEqualTo("access_denied");
    }

    @Test
    void who_asks_too_often_is_told_to_slow_down() throws Exception {
        Answer asked = asked();
        assertThat(poll(asked).error()).isEqualTo("authorization_pending");
        assertThat(poll(asked).error()).isEqualTo("slow_down");
        assertThat(pollAgain(asked).error()).isEqualTo("slow_down"); // five seconds more are to be waited
    }

    @Test
    void a_device_code_serves_once_and_coming_again_revokes_what_it_gave() throws Exception {
        Answer asked = asked();
        Browser browser = browser();
        browser.decide(consent(browser, asked), "allow");
        Answer tokens = poll(asked);
        assertThat(pollAgain(asked).error()).isEqualTo("invalid_grant");
        assertThat(tv().refresh(tokens.text("refresh_token")).error()).isEqualTo("invalid_grant");
    }

    @Test
    void nothing_is_given_once_the_person_has_signed_out() {
        Answer asked = asked();
        Browser browser = browser();
        browser.decide(consent(browser, asked), "allow");
        Page confirm = browser.get(browser.get("/logout?client_id=tv").location());
        Map<String, String> fields = new LinkedHashMap<>(confirm.fields());
        fields.put("decision", "sign-out");
        browser.post("/logout/confirm", fields);
        assertThat(poll(asked).error()).isEqualTo("invalid_grant");
    }

    @Test
    void a_code_that_no_device_shows_leads_back_to_the_page() {
        Browser browser = browser();
        for (String code : List.of("BBBB-BBBB", "", "nonsense", "%3Cscript%3E")) {
            Page page = browser.get("/interaction/device?user_code=" + code);
            assertThat(page.status()).isEqualTo(303);
            assertThat(browser.get(page.location()).body()).contains("No device waits with this code");
        }
        assertThat(browser.get("/device?user_code=%22%3E%3Cscript%3E").body()).doesNotContain("<script");
    }

    @Test
    void device_codes_of_others_or_of_nobody_are_refused() {
        Answer asked = asked();
        OAuthClient other = OAuthClient.confidential(server(), "web-basic");
        assertThat(other.poll(asked.text("device_code")).error()).isEqualTo("unauthorized_client");
        assertThat(tv().poll("nonsense").error()).isEqualTo("invalid_grant");
        assertThat(tv().poll("x", "device_code", null).error()).isEqualTo("invalid_request");
        assertThat(poll(asked).error()).isEqualTo("authorization_pending");
    }

    @Test
    void what_a_device_may_not_ask_for_is_refused_at_once() {
        assertThat(OAuthClient.confidential(server(), "web-basic")
                        .askAsDevice("openid")
                        .error())
                .isEqualTo("unauthorized_client");
        assertThat(tv().askAsDevice("openid mail.read").error()).isEqualTo("invalid_scope");
        assertThat(tv().askAsDevice("unheard.of").error()).isEqualTo("invalid_scope");
        assertThat(tv().askAsDevice("x", "scope", null).error()).isEqualTo("invalid_scope");
        assertThat(tv().askAsDevice("openid", "resource", "https://mail.test/api")
                        .error())
                .isEqualTo("invalid_target");
        assertThat(tv().askAsDevice("openid", "resource", "no uri").error()).isEqualTo("invalid_target");
        Answer stranger = OAuthClient.open(server(), "nobody").askAsDevice("openid");
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.error()).isEqualTo("invalid_client");
    }

    @Test
    void a_request_in_the_wrong_form_is_refused() {
        assertThat(OAuthClient.send(tv().request("/device_authorization").GET()).status())
                .isEqualTo(405);
        assertThat(tv().post("/device_authorization?scope=openid", new LinkedHashMap<>())
                        .error())
                .isEqualTo("invalid_request");
    }

    @Test
    void a_resource_that_was_asked_for_is_the_audience() {
        Answer asked = tv().askAsDevice("openid orders.read", "resource", "https://orders.test/api");
        Browser browser = browser();
        browser.decide(consent(browser, asked), "allow");
        assertThat(poll(asked).claims("access_token")).containsEntry("aud", "https://orders.test/api");
    }

    @Test
    void the_metadata_says_where_devices_ask() {
        Answer metadata = OAuthClient.send(tv().request("/.well-known/openid-configuration"));
        assertThat(metadata.json())
                .containsEntry("device_authorization_endpoint", server().issuer() + "/device_authorization");
        assertThat((List<?>) metadata.json().get("grant_types_supported"))
                .asString()
                .contains("urn:ietf:params:oauth:grant-type:device_code");
    }

    @Test
    void the_audit_trail_tells_it_as_one_story_without_the_waiting() throws Exception {
        Answer asked = asked();
        poll(asked);
        Browser browser = browser();
        browser.decide(consent(browser, asked), "allow");
        Object grantId = pollAgain(asked).claims("access_token").get("gid");
        String story = "select type from audit_event where trace_id ="
                + " (select min(trace_id) from audit_event where grant_id = ? and type = 'token_issued')";
        Parallel.until(() -> types(story, grantId)
                .containsAll(List.of(
                        "device_code_issued", "login_succeeded", "consent_given", "code_issued", "token_issued")));
        assertThat(types(story, grantId)).doesNotContain("token_refused");
    }

    private List<Object> types(String query, Object grantId) {
        return server().database().rows(query, grantId).stream()
                .map(row -> row.get("type"))
                .toList();
    }
}
