package dev.postern.spec.rfc8414;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.spec.app.AppWalk;
import dev.postern.testserver.Authorize;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.FreePort;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.PathProxy;
import dev.postern.testserver.TestServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An issuer with a path (RFC 8414 section 3, OpenID Connect Discovery section 4), behind a proxy that takes the path away. */
class IssuerWithPathIT {

    private static final String PASSWORD = "copper lantern at noon";
    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"(/[^\"]*)\"");

    private static String origin;
    private static PathProxy proxy;
    private static TestServer server;

    private final Browser browser = new Browser(server.issuer());
    private final OAuthClient web = OAuthClient.confidential(server, "web-basic");

    @BeforeAll
    static void start() {
        int outside = FreePort.find();
        int inside = FreePort.find();
        origin = "http://localhost:" + outside;
        proxy = new PathProxy(outside, "/tenant/one", inside);
        server = TestServer.fresh(
                Mode.EMBEDDED,
                Map.of(
                        "POSTERN_PORT",
                        Integer.toString(inside),
                        "POSTERN_ISSUER",
                        origin + "/tenant/one",
                        "POSTERN_REGISTRATION_ACCESS",
                        "off"));
    }

    @AfterAll
    static void stop() {
        server.close();
        proxy.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.well-known/oauth-authorization-server/tenant/one",
                "/.well-known/openid-configuration/tenant/one",
                "/tenant/one/.well-known/openid-configuration",
                "/tenant/one/.well-known/oauth-authorization-server"
            })
    void its_documents_are_at_the_path_inserted_and_the_path_appended_urls(String path) {
        Answer document = get(path);

        assertThat(document.status()).isEqualTo(200);
        assertThat(document.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(document.text("issuer")).isEqualTo(origin + "/tenant/one");
        assertThat(document.json().entrySet())
                .filteredOn(member ->
                        member.getKey().endsWith("_endpoint") || member.getKey().equals("jwks_uri"))
                .hasSize(8)
                .allSatisfy(member -> assertThat(member.getValue()).asString().startsWith(origin + "/tenant/one/"));
        assertThat(get(URI.create(document.text("jwks_uri")).getPath()).status())
                .isEqualTo(200);
    }

    @Test
    void nobody_registers_where_registration_is_off() {
        assertThat(get("/tenant/one/.well-known/openid-configuration").json())
                .doesNotContainKey("registration_endpoint");
        assertThat(OAuthClient.send(web.request("/register/client").GET()).status())
                .isEqualTo(404);
        assertThat(OAuthClient.send(web.request("/register")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.well-known/oauth-authorization-server/other",
                "/.well-known/oauth-authorization-server/tenant/one/more",
                "/.well-known/openid-configuration/tenant"
            })
    void another_issuers_documents_are_not_there(String path) {
        assertThat(get(path).status()).isEqualTo(404);
    }

    @Test
    void a_code_flow_goes_through_from_authorize_to_logout() {
        Page back = browser.signIn(web.authorization("openid profile"), "alice", PASSWORD);
        assertThat(back.parameter("iss")).contains(origin + "/tenant/one");
        Answer tokens = web.redeem(back.parameter("code").orElseThrow());

        assertThat(tokens.claims("id_token")).containsEntry("iss", origin + "/tenant/one");
        assertThat(tokens.claims("access_token")).containsEntry("iss", origin + "/tenant/one");
        assertThat(web.userInfo(tokens.text("access_token")).text("name")).isEqualTo("Alice Example");
        assertThat(web.introspect(tokens.text("access_token")).json()).containsEntry("active", true);
        Page left = browser.get("/logout?id_token_hint=" + tokens.text("id_token"));
        assertThat(left.location()).hasToString(origin + "/tenant/one/signed-out");
        assertThat(browser.get(left.location()).status()).isEqualTo(200);
    }

    @Test
    void a_posted_request_is_picked_up_below_the_path() {
        Page posted = browser.post("/authorize", Authorize.with("web-basic").map());

        assertThat(posted.location().toString()).startsWith(origin + "/tenant/one/authorize?posted=");
        assertThat(browser.get(posted.location()).location().toString())
                .startsWith(origin + "/tenant/one/login?interaction=");
    }

    /** The prefix {@code __Host-}, which an https issuer's cookies have, allows no other path. */
    @Test
    void its_cookies_are_for_the_whole_host() {
        Page begun = browser.authorize(Authorize.with("web-basic").map());
        Page signedIn = browser.login(browser.get(begun.location()), "alice", PASSWORD);

        List<String> cookies = new ArrayList<>(begun.headers("Set-Cookie"));
        cookies.addAll(signedIn.headers("Set-Cookie"));
        assertThat(cookies).hasSize(3).allSatisfy(cookie -> assertThat(cookie).contains("; Path=/;"));
    }

    @Test
    void every_link_of_a_page_is_below_the_path_and_leads_somewhere() {
        Page login =
                browser.get(browser.authorize(Authorize.with("web-basic").map()).location());
        List<Page> pages = List.of(
                login,
                browser.get("/login?interaction=unknown"),
                browser.get("/signed-out"),
                browser.get("/nothing"),
                browser.get("/picture"),
                browser.get("/app"));
        for (Page page : pages) {
            List<String> links = LINK.matcher(page.body())
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(links).as(page.uri().toString()).isNotEmpty().allSatisfy(link -> {
                assertThat(link).startsWith("/tenant/one/");
                assertThat(browser.get(origin + link).status()).as(link).isNotEqualTo(404);
            });
        }
    }

    @Test
    void the_app_signs_in_and_calls_the_api_through_the_gateway() {
        AppWalk walk = new AppWalk(server.issuer());
        Page page = walk.signIn("alice", PASSWORD);

        assertThat(page.uri()).hasToString(origin + "/tenant/one/app");
        assertThat(page.body()).contains("Alice Example", "Status 200");
    }

    @Test
    void the_account_page_is_reached_by_its_own_sign_in() {
        browser.signIn(web.authorization("openid"), "alice", PASSWORD);

        assertThat(browser.get("/account").body()).contains("Web Basic</h3>", "href=\"/tenant/one/logout\"");
    }

    private static Answer get(String path) {
        return OAuthClient.send(HttpRequest.newBuilder(URI.create(origin + path))
                .header("Origin", "https://stranger.test")
                .GET());
    }
}
