package dev.postern.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.postern.platform.Json;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The main tasks with clients at the console, in a real browser. */
class ClientScreensIT {

    private static final String CALLBACK = "http://127.0.0.1:18081/callback";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final Chromium chromium = new Chromium();
    private final Page page = chromium.page();
    private final String id = "screen-" + UUID.randomUUID();

    @AfterEach
    void close() {
        assertThat(chromium.policyViolations()).isEmpty();
        chromium.close();
    }

    private void open(String path) {
        page.navigate(server.issuer() + path);
    }

    private void signIn(String username, String password, String path) {
        open(path);
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill(password);
        page.locator("form[action$='/interaction/login'] button").click();
        page.waitForURL("**" + path);
    }

    private void adam(String path) {
        signIn("adam", "nine tall sunflower fields", path);
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screens/console-" + name + ".png")));
    }

    private void pictureOnAPhoneAtNight(String name) {
        page.setViewportSize(390, 844);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing is wider than the screen")
                .isEqualTo(true);
        picture(name);
        page.setViewportSize(1280, 720);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** By the guide. @return its secret */
    private String made() {
        open("/console/client-new?kind=web");
        page.locator("#client_name").fill("Shop");
        page.locator("#client_id").fill(id);
        page.locator("#redirect_uris").fill(CALLBACK);
        page.locator("#scope").fill("openid profile");
        picture("client-new");
        page.locator("#create").click();
        return page.locator("#secret").textContent();
    }

    private int introspectionWith(String secret) {
        return new OAuthClient(server.issuer(), id, secret)
                .post("/introspect", new HashMap<>(Map.of("token", "x")))
                .status();
    }

    private void renamedByAnother(String name) {
        String token = OAuthClient.confidential(server, "admin-all")
                .clientCredentials("scope", "admin:write")
                .text("access_token");
        OAuthClient.send(new OAuthClient(server.issuer(), "", "")
                .request("/admin/api/v1/clients/" + id)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .header("Authorization", "Bearer " + token)
                .method("PATCH", BodyPublishers.ofString(Json.write(Map.of("client_name", name)))));
    }

    @Test
    void a_web_app_is_made_by_the_guide_and_people_sign_in_with_it() {
        adam("/console/client-new");
        picture("client-kinds");
        String secret = made();
        picture("client-made");

        assertThat(new OAuthClient(server.issuer(), id, secret)
                        .tokens("openid profile")
                        .text("access_token"))
                .isNotBlank();
        open("/console/clients?q=" + id);
        picture("clients");
        page.locator("tbody a").first().click();
        assertThat(page.content()).doesNotContain(secret);
        picture("client");
        pictureOnAPhoneAtNight("client-phone-dark");
        open("/console/clients");
        pictureOnAPhoneAtNight("clients-phone-dark");
        page.locator("button[name=language][value=es]").click();
        page.waitForURL("**/console/clients");
        picture("clients-es");
        for (String part : List.of("", "-secrets", "-redirect", "-copy", "-end")) {
            open("/console/client" + part + "?id=" + id);
            picture("client" + part + "-es");
            pictureOnAPhoneAtNight("client" + part + "-es-phone-dark");
        }
        open("/console/client-new?kind=web");
        pictureOnAPhoneAtNight("client-new-es-phone-dark");
    }

    @Test
    void a_secret_is_changed_while_both_count() {
        adam("/console/clients");
        String first = made();
        open("/console/client-secrets?id=" + id);
        page.locator("#rotate").click();
        String second = page.locator("#secret").textContent();
        picture("client-secrets");

        assertThat(introspectionWith(first)).isEqualTo(200);
        assertThat(introspectionWith(second)).isEqualTo(200);

        open("/console/client-secrets?id=" + id);
        assertThat(page.content()).doesNotContain(second);
        page.locator("#end-previous").click();
        page.waitForURL(url -> url.endsWith("notice=ended"));
        assertThat(introspectionWith(first)).isEqualTo(401);
        assertThat(introspectionWith(second)).isEqualTo(200);
    }

    @Test
    void what_breaks_a_rule_is_told_at_the_field_and_what_was_typed_stays() {
        adam("/console/clients");
        made();
        open("/console/client?id=" + id);
        page.locator("#redirect_uris").fill("http://shop.example/*");
        page.locator("#save").click();

        assertThat(page.locator("#redirect_uris-why").textContent()).contains("wildcard", "RFC 9700");
        assertThat(page.locator("#redirect_uris").inputValue()).isEqualTo("http://shop.example/*");
        picture("client-violation");

        page.locator("#redirect_uris").fill(CALLBACK + "\nhttps://shop.example/callback");
        page.locator("#save").click();
        page.waitForURL(url -> url.endsWith("notice=saved"));
        open("/console/client-redirect?id=" + id + "&uri=https://shop.example/callback/");
        assertThat(page.locator("#verdict").textContent()).contains("Refused", "slash", "RFC 9700");
        picture("client-redirect");
    }

    @Test
    void the_second_of_two_administrators_sees_both_versions() {
        adam("/console/clients");
        made();
        open("/console/client?id=" + id);
        renamedByAnother("Theirs");
        page.locator("#client_name").fill("Mine");
        page.locator("#save").click();

        assertThat(page.locator(".conflict").textContent()).contains("Mine", "Theirs");
        assertThat(page.locator("#client_name").inputValue()).isEqualTo("Mine");
        picture("client-conflict");
        open("/console/client?id=" + id);
        assertThat(page.locator("#client_name").inputValue()).isEqualTo("Theirs");
    }

    @Test
    void a_client_is_copied_disabled_and_removed() {
        adam("/console/clients");
        made();
        open("/console/client-copy?id=" + id);
        page.locator("#make").click();
        String copy = page.locator("#made-id").textContent();
        assertThat(copy).isNotEqualTo(id);

        open("/console/client-end?id=" + copy);
        picture("client-end");
        page.locator("#disable").click();
        page.waitForURL(url -> url.endsWith("notice=disabled"));
        page.locator("#enable").click();
        page.waitForURL(url -> url.endsWith("notice=enabled"));
        open("/console/client-end?id=" + copy);
        page.locator("#remove").click();
        page.waitForURL(url -> url.endsWith("notice=removed"));
        open("/console/clients?q=" + copy);
        assertThat(page.locator("tbody tr").count()).isZero();
    }

    @Test
    void an_auditor_sees_all_and_is_offered_no_change() {
        signIn("audrey", "marble stairs and echoes", "/console/clients");
        assertThat(page.locator("a[href$='/console/client-new']").count()).isZero();
        open("/console/client?id=web-basic");
        assertThat(page.locator("#redirect_uris").isEditable()).isFalse();
        assertThat(page.locator("#save").count()).isZero();
        assertThat(page.content()).contains("test-setup.yaml");
        assertThat(page.locator("a[href*='/console/client-copy']").count()).isZero();
        open("/console/client-copy?id=web-basic");
        assertThat(page.locator("form, input").count()).isZero();
    }
}
