package dev.postern.spec.app;

import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Somebody in front of the app. */
public final class AppWalk {

    private static final Pattern HOP = Pattern.compile("<li data-hop=\"(H\\d+)\"");

    public final Browser browser;
    private final String app;

    /** @param app the app's own URL */
    AppWalk(String issuer, String app) {
        this.browser = new Browser(issuer);
        this.app = app;
    }

    public AppWalk(String issuer) {
        this(issuer, issuer + "/app");
    }

    /** Signs in from the app's button to its page. */
    public Page signIn(String username, String password) {
        Page page = browser.get(app + "/login");
        while (page.status() != 200 || !page.uri().toString().equals(app)) {
            if (page.status() == 303) {
                page = browser.get(page.location());
            } else if (browser.path(page.uri()).equals("/login")) {
                page = browser.login(page, username, password);
            } else if (browser.path(page.uri()).equals("/consent")) {
                page = browser.decide(page, "allow");
            } else {
                throw new AssertionError(page.status() + " " + page.uri() + "\n" + page.body());
            }
        }
        return page;
    }

    /** The same, stopping where the given path would be asked for. */
    Page untilRedirectTo(String path, String username, String password) {
        Page page = browser.get(app + "/login");
        while (page.status() != 303 || !page.location().getPath().equals(path)) {
            if (page.status() == 303) {
                page = browser.get(page.location());
            } else if (browser.path(page.uri()).equals("/login")) {
                page = browser.login(page, username, password);
            } else {
                page = browser.decide(page, "allow");
            }
        }
        return page;
    }

    Page home() {
        return browser.get(app);
    }

    static List<String> hops(Page page) {
        return HOP.matcher(page.body())
                .results()
                .map(MatchResult::group)
                .map(text -> text.replaceAll("\\D+(\\d+)\\D*", "H$1"))
                .distinct()
                .toList();
    }
}
