package dev.postern.client.webapp;

import dev.postern.page.Html;
import dev.postern.page.Page;
import dev.postern.page.Words;
import java.util.Map;

/** What the app's pages have in common. Everything that is not a constant is escaped here or by who calls. */
final class AppPage {

    private final Words words;
    private final AppIdentity identity;

    AppPage(Words words, AppIdentity identity) {
        this.words = words;
        this.identity = identity;
    }

    String wide(String title, String bar, String body) {
        String mark = "<a class=\"mark\" href=\"" + path("")
                + "\"><span class=\"monogram\" aria-hidden=\"true\">N</span>" + text("app.title") + "</a>";
        String nav = "<nav>" + link("/picture", "app.picture") + link("/account", "app.account") + "</nav>";
        return page(title).wide(mark, nav + bar, body);
    }

    String column(String title, String body) {
        return page(title).column(body);
    }

    /** A link to a page of the authorization server. */
    private String link(String path, String key) {
        return "<a href=\"" + Html.escape(identity.frontChannel(path)) + "\">" + text(key) + "</a>";
    }

    private Page page(String title) {
        return new Page(words.language(), title, identity.assetsRoot());
    }

    String mark() {
        return page("").mark();
    }

    /** A text with its values, escaped. */
    String text(String key, Object... values) {
        return Html.escape(words.text(key, values));
    }

    /** A form with nothing but a button. */
    String button(String path, String formToken, String kind, String key) {
        return "<form method=\"post\" action=\"" + Html.escape(identity.root() + path) + "\">"
                + "<input type=\"hidden\" name=\"token\" value=\"" + Html.escape(formToken) + "\">"
                + "<button" + (kind.isEmpty() ? "" : " class=\"" + kind + "\"") + ">" + text(key)
                + "</button></form>";
    }

    String claims(Map<String, Object> claims) {
        return new ClaimList(words, claims).html();
    }

    String card(String title, String body) {
        return "<section class=\"card\"><h2>" + title + "</h2>\n" + body + "</section>\n";
    }

    String path(String path) {
        return Html.escape(identity.root() + path);
    }
}
