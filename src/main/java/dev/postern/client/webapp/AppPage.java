package dev.postern.client.webapp;

import dev.postern.page.Html;
import dev.postern.page.Page;
import dev.postern.page.Words;
import java.util.Map;
import java.util.stream.Collectors;

/** What the app's pages have in common. Everything that is not a constant is escaped here or by who calls. */
final class AppPage {

    private final Words words;
    private final AppIdentity identity;

    AppPage(Words words, AppIdentity identity) {
        this.words = words;
        this.identity = identity;
    }

    String wide(String title, String bar, String body) {
        String picture = "<nav><a href=\"" + Html.escape(identity.frontChannel("/picture")) + "\">"
                + text("app.picture") + "</a></nav>";
        return page(title).wide(picture + bar, body);
    }

    String column(String title, String body) {
        return page(title).column(body);
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
        return claims.entrySet().stream()
                .map(claim -> "<dt>" + Html.escape(claim.getKey()) + "</dt><dd>"
                        + Html.escape(String.valueOf(claim.getValue())) + "</dd>")
                .collect(Collectors.joining("\n", "<dl class=\"claims\">", "</dl>"));
    }

    String card(String title, String body) {
        return "<section class=\"card\"><h2>" + title + "</h2>\n" + body + "</section>\n";
    }

    String path(String path) {
        return Html.escape(identity.root() + path);
    }
}
