package dev.postern.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** A browser behind nginx that holds each answer to have come from the node that did not give the one before. */
final class TurnTaker {

    private static final int MOST_STEPS = 12;

    private final Browser browser;
    private String last = "";

    TurnTaker(Cluster cluster) {
        browser = new Browser(cluster.issuer());
    }

    Page get(String url) {
        return turned(browser.get(url));
    }

    Page get(URI url) {
        return get(url.toString());
    }

    /** Sends the form of a page with what was typed, as a click on a button does: to the page's address without its query. */
    Page submit(Page page, String button, Map<String, String> typed) {
        Map<String, String> fields = new LinkedHashMap<>(page.fields());
        fields.remove("page"); // of the form beside it, which chooses the language
        fields.putAll(typed);
        fields.put(button, "");
        return turned(browser.post(page.uri().getPath(), fields));
    }

    Page post(String path, Map<String, String> fields) {
        return turned(browser.post(path, fields));
    }

    /** Follows redirects and signs in wherever that is wanted. @return the first page that is neither a redirect nor a login */
    Page arrive(Page from, String username, String password) {
        Page page = from;
        for (int steps = 0; steps < MOST_STEPS && (page.status() == 303 || isLogin(page)); steps++) {
            page = page.status() == 303 ? get(page.location()) : turned(browser.login(page, username, password));
        }
        return page;
    }

    private boolean isLogin(Page page) {
        return browser.path(page.uri()).equals("/login");
    }

    private Page turned(Page page) {
        String node = page.header("X-Node");
        assertThat(node).as(page.uri().toString()).isNotEmpty().isNotEqualTo(last);
        last = node;
        return page;
    }
}
