package dev.postern.identity.account.password;

import dev.postern.identity.registration.PasswordRules;
import dev.postern.page.Html;
import dev.postern.page.Page;
import dev.postern.page.Words;
import java.util.Locale;

/**
 * The page on which a person sets another password, with the old one or by a link.
 *
 * @param root the path that every link starts with, empty or {@code /path}: the issuer's path
 * @param username whose password it is, for the browser's password store too
 * @param hidden name of the hidden field that allows it: {@code token} or {@code link}
 * @param value of that field
 */
record PasswordPage(Locale language, String root, String username, PasswordNotice notice, String hidden, String value) {

    private static final String LINK = "link";

    static PasswordPage withOld(Locale language, String root, String username, PasswordNotice notice, String token) {
        return new PasswordPage(language, root, username, notice, "token", token);
    }

    static PasswordPage byLink(Locale language, String root, String username, PasswordNotice notice, String link) {
        return new PasswordPage(language, root, username, notice, LINK, link);
    }

    /** The page after a link was used. */
    static String done(Locale language, String root) {
        Words words = Words.of("account", language);
        String title = words.text("password.done");
        String body = "<h1>" + Html.escape(title) + "</h1>\n<p class=\"lead\">"
                + Html.escape(words.text("password.done.what")) + "</p>\n<p><a class=\"button go\" href=\"" + root
                + "/account\">" + Html.escape(words.text("password.done.sign-in")) + "</a></p>\n";
        return new Page(language, title, root).column(body + colophon(language, title, root));
    }

    String html() {
        Words words = Words.of("account", language);
        boolean byLink = hidden.equals(LINK);
        String title = words.text(byLink ? "password.set" : "password.change");
        String body = "<h1>" + Html.escape(title) + "</h1>\n<p class=\"lead\">"
                + Html.escape(words.text(byLink ? "password.set.what" : "password.change.what", username)) + "</p>\n"
                + shown(words) + form(words, byLink) + (byLink ? "" : back(words))
                + colophon(language, title, root);
        return new Page(language, title, root).column(body);
    }

    private String shown(Words words) {
        return notice == PasswordNotice.NONE
                ? ""
                : "<p class=\"state bad\" role=\"alert\">" + Html.escape(words.text(notice.key())) + "</p>\n";
    }

    private String form(Words words, boolean byLink) {
        return """
            <form method="post" action="%s">
            <input type="hidden" name="%s" value="%s">
            <input class="unseen" name="username" value="%s" autocomplete="username" tabindex="-1" aria-hidden="true" readonly>
            %s<label class="field"><span>%s</span>
            <input type="password" name="password" autocomplete="new-password" required minlength="%d" maxlength="256">
            <small>%s</small></label>
            <label class="field"><span>%s</span>
            <input type="password" name="password_again" autocomplete="new-password" required maxlength="256"></label>
            <button class="go">%s</button>
            </form>
            """.formatted(
                        root + (byLink ? "/new-password/confirm" : "/account/password"),
                        hidden,
                        Html.escape(value),
                        Html.escape(username),
                        byLink ? "" : old(words),
                        Html.escape(words.text("password.new")),
                        PasswordRules.SHORTEST,
                        Html.escape(words.text("password.length", PasswordRules.SHORTEST)),
                        Html.escape(words.text("password.again")),
                        Html.escape(words.text("password.go")));
    }

    private static String old(Words words) {
        return """
            <label class="field"><span>%s</span>
            <input type="password" name="old_password" autocomplete="current-password" required maxlength="1024" autofocus></label>
            """.formatted(Html.escape(words.text("password.old")));
    }

    private String back(Words words) {
        return "<p class=\"fine\"><a href=\"" + root + "/account\">" + Html.escape(words.text("password.back"))
                + "</a></p>\n";
    }

    private static String colophon(Locale language, String title, String root) {
        return "<footer class=\"colophon\">" + new Page(language, title, root).mark() + "</footer>";
    }
}
