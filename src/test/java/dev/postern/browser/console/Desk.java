package dev.postern.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.postern.browser.Chromium;
import dev.postern.testserver.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Adam, the administrator, at the console in a real browser. What broke the pages' own policy fails the test when he leaves. */
final class Desk implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestServer server;
    private final Chromium chromium = new Chromium();
    private final Page page = chromium.page();

    Desk(TestServer server) {
        this.server = server;
        open("/console");
        signIn(page, "adam", "nine tall sunflower fields");
        page.waitForURL(server.issuer() + "/console");
    }

    static void signIn(Page page, String username, String password) {
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill(password);
        page.locator("form[action$='/interaction/login'] button").click();
    }

    Page page() {
        return page;
    }

    /** Somebody else's browser, which knows nothing of this one. */
    Page another(String locale) {
        return chromium.another(locale);
    }

    void open(String path) {
        page.navigate(path.startsWith("http") ? path : server.issuer() + path);
    }

    Locator at(String selector) {
        return page.locator(selector);
    }

    void type(String selector, String text) {
        at(selector).fill(text);
    }

    void click(String selector) {
        at(selector).click();
    }

    /** What the page tells of the change that led to it. */
    String notice() {
        return at(".notice").textContent();
    }

    /** What the page says once it is there as a whole. */
    String text() {
        page.waitForLoadState();
        return at("main").innerText();
    }

    /** Loads the page again until it shows something: events take a moment. */
    void awaitOnPage(String selector) {
        Instant end = Instant.now().plus(PATIENCE);
        while (at(selector).count() == 0 && Instant.now().isBefore(end)) {
            page.waitForTimeout(200);
            page.reload();
        }
        assertThat(at(selector).count()).as(selector + " in " + text()).isPositive();
    }

    /** What a link saves. */
    String downloaded(String selector) {
        Download download = page.waitForDownload(() -> click(selector));
        try {
            return Files.readString(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes on with the tab key until the focus is there. */
    void tabTo(String selector) {
        for (int i = 0; i < 80; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("at => document.activeElement.matches(at)", selector))) {
                return;
            }
        }
        throw new AssertionError("the tab key never comes to " + selector);
    }

    /** Pictures for somebody to look at: on a desk in light, on a phone in dark. */
    void picture(String name) {
        page.screenshot(shot(name));
        page.setViewportSize(390, 844);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.screenshot(shot(name + "-phone-dark"));
        page.setViewportSize(1280, 720);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static Page.ScreenshotOptions shot(String name) {
        return new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screens/task-" + name + ".png"));
    }

    @Override
    public void close() {
        assertThat(chromium.policyViolations()).isEmpty();
        chromium.close();
    }
}
