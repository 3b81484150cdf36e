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

    private final List<BrowserContext> profiles = new ArrayList<>();
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    public Chromium() {
        context = profile("en-GB");
        page = newPage(context);
    }

    private BrowserContext profile(String locale) {
        BrowserContext profile = Program.BROWSER.newContext(new Browser.NewContextOptions().setLocale(locale));
        profile.setDefaultTimeout(30_000);
        profiles.add(profile);
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
        profiles.forEach(BrowserContext::close);
    }

    /** The running browser: one for all tests of a JVM, which ends with it. */
    private static final class Program {

        private static final Browser BROWSER = launch();

        private static Browser launch() {
            Path program = DebianPackages.CHROMIUM.require();
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close the browser"));
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program)
                            .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")));
        }
    }
}
