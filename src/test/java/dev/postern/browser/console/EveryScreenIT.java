package dev.postern.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.postern.browser.Chromium;
import dev.postern.spec.console.Console;
import dev.postern.testserver.Mode;
import dev.postern.testserver.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every view of the console, signed in once: in light and dark, on a desk and at 320 pixels. */
class EveryScreenIT {

    private static final int PHONE = 320;

    private final String issuer = TestServer.shared(Mode.EMBEDDED).issuer();

    @Test
    void nothing_breaks_the_rules_of_accessibility_or_the_page_s_own_policy() {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.page();
            signIn(page);
            List<String> violations = new ArrayList<>();
            List<String> details = List.of(
                    firstOf(page, "/console/audit"), firstOf(page, "/console/apis"), firstOf(page, "/console/users"));
            String client = copiedClient(page, violations);
            List<String> views = Stream.of(Console.VIEWS, Console.CHANGING, details, Console.ofClient(client))
                    .flatMap(List::stream)
                    .toList();
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                for (int width : List.of(PHONE, 1_280)) {
                    page.setViewportSize(width, 900);
                    for (String view : views) {
                        String markup = page.navigate(issuer + view).text();
                        Markup.unbalanced(markup).ifPresent(tag -> violations.add(view + " ends wrongly at " + tag));
                        violations.addAll(violations(page, view + " " + scheme + " " + width));
                    }
                }
            }
            assertThat(violations).isEmpty();
            assertThat(chromium.policyViolations()).isEmpty();
        }
    }

    /** Where the first line of a list leads. */
    private String firstOf(Page page, String list) {
        page.navigate(issuer + list);
        return page.locator("tbody th a").first().getAttribute("href");
    }

    /** A client that the console may change, made by the console; the page that shows its secret is judged on the way. */
    private String copiedClient(Page page, List<String> violations) {
        page.setViewportSize(PHONE, 900);
        page.navigate(issuer + "/console/client-copy?id=web-basic");
        page.locator("#make").click();
        String id = page.locator("#made-id").textContent();
        violations.addAll(violations(page, "the made client"));
        return id;
    }

    /** @param what is open now, and how */
    private static List<String> violations(Page page, String what) {
        List<String> found = new ArrayList<>();
        Axe.violations(page).forEach(violation -> found.add(what + " " + violation));
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) overflow).intValue() > 0) {
            found.add(what + " is wider than the screen by " + overflow);
        }
        return found;
    }

    @Test
    void the_keyboard_leads_past_the_navigation() {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.page();
            signIn(page);
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
        }
    }

    private void signIn(Page page) {
        page.navigate(issuer + "/console");
        page.locator("input[name=username]").fill("adam");
        page.locator("input[name=password]").fill("nine tall sunflower fields");
        page.locator("form[action$='/interaction/login'] button").click();
        page.waitForURL(issuer + "/console");
    }
}
