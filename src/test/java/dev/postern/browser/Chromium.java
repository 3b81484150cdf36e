package dev.postern.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.postern.testserver.DebianPackages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, driven by Playwright: a fresh profile each time, and what its console complained about. */
public final class Chromium implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    public Chromium() {
        Path program = DebianPackages.CHROMIUM.require();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")));
        context = profile("en-GB");
        page = newPage(context);
    }

    private BrowserContext profile(String locale) {
        BrowserContext profile = browser.newContext(new Browser.NewContextOptions().setLocale(locale));
        profile.setDefaultTimeout(30_000);
        return profile;
    }

    private Page newPage(BrowserContext profile) {
        Page opened = profile.newPage();
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        return opened;
    }

    public Page page() {
        return page;
    }

    /** A page of another fresh profile. */
    public Page another(String locale) {
        return newPage(profile(locale));
    }

    public BrowserContext context() {
        return context;
    }

    /** What broke a page's Content-Security-Policy. */
    public List<String> policyViolations() {
        return complaints;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
