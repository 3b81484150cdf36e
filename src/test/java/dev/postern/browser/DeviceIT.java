package dev.postern.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The code of a device, typed on a phone (RFC 8628): by the keyboard alone, by day and by night, in both languages. */
class DeviceIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient tv = OAuthClient.open(server, "tv");
    private final Chromium chromium = new Chromium();

    @AfterEach
    void close() {
        assertThat(chromium.policyViolations()).isEmpty();
        chromium.close();
    }

    @Test
    void by_the_keyboard_from_the_code_to_the_connected_device() {
        walk(chromium.page(), "en", "Your device is connected");
    }

    @Test
    void in_spanish() {
        walk(chromium.another("es-ES"), "es", "Tu dispositivo está conectado");
    }

    private void walk(Page page, String language, String connected) {
        Answer asked = tv.askAsDevice("openid profile offline_access orders.read");
        page.setViewportSize(390, 844);
        page.navigate(server.issuer() + "/device");
        page.keyboard().type("bbbb bbbb");
        page.keyboard().press("Enter");
        page.locator("[role=alert]").waitFor();
        look(page, language, "device-unknown");

        page.keyboard().type(asked.text("user_code").replace("-", ""));
        page.keyboard().press("Enter");
        page.waitForURL("**/login?*");
        page.keyboard().type("alice");
        page.keyboard().press("Tab");
        page.keyboard().type("copper lantern at noon");
        page.keyboard().press("Enter");
        page.waitForURL("**/consent?*");
        assertThat(page.locator(".shown-code code").textContent()).isEqualTo(asked.text("user_code"));
        look(page, language, "device-consent");

        page.locator("button[value=allow]").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/device?answer=allowed");
        assertThat(page.locator("h1").textContent()).isEqualTo(connected);
        look(page, language, "device-connected");
        assertThat(tv.poll(asked.text("device_code")).status()).isEqualTo(200);
    }

    @Test
    void the_whole_address_shows_the_code_to_compare() {
        Answer asked = tv.askAsDevice("openid");
        Page page = chromium.page();
        page.navigate(asked.text("verification_uri_complete"));
        assertThat(page.locator("input[name=user_code]").inputValue()).isEqualTo(asked.text("user_code"));
        look(page, "en", "device-compare");
    }

    private static void look(Page page, String language, String name) {
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        assertThat(Axe.violations(page)).as(name).isEmpty();
        picture(page, name + "-" + language);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(Axe.contrastViolations(page)).as(name + " at night").isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing is wider than the screen")
                .isEqualTo(true);
        picture(page, name + "-" + language + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screens/" + name + ".png")));
    }
}
