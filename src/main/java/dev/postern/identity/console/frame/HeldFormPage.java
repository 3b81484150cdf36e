package dev.postern.identity.console.frame;

import dev.postern.page.Html;
import dev.postern.page.Page;
import dev.postern.page.Words;
import java.util.Locale;

/**
 * The page after a fresh sign-in that a form has asked for: it holds the form and sends it where it was sent before, once the person says so.
 *
 * @param root the path that every link starts with, empty or {@code /path}: the issuer's path
 * @param page where the form stood
 * @param token of the new session's forms
 */
record HeldFormPage(Locale language, String root, ReturnPath page, HeldForm form, String token) {

    String html() {
        Words words = Words.of("console", language);
        String title = words.text("held.title");
        Page shell = new Page(language, title, root);
        return shell.column("""
            <h1>%s</h1>
            <p class="lead">%s</p>
            <form method="post" action="%s">
            %s<button class="go" autofocus>%s</button>
            </form>
            <p class="fine"><a href="%s">%s</a></p>
            <footer class="colophon">%s</footer>""".formatted(
                        Html.escape(title),
                        Html.escape(words.text("held.lead")),
                        Html.escape(root + form.to()),
                        fields(),
                        Html.escape(words.text("held.go")),
                        Html.escape(root + page.value()),
                        Html.escape(words.text("held.leave")),
                        shell.mark()));
    }

    private String fields() {
        StringBuilder fields = new StringBuilder(hidden(Forms.FIELD, token));
        form.byName().forEach((name, values) -> values.forEach(value -> fields.append(hidden(name, value))));
        return fields.toString();
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + Html.escape(name) + "\" value=\"" + Html.escape(value) + "\">\n";
    }
}
