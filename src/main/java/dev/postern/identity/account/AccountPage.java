package dev.postern.identity.account;

import dev.postern.data.database.User;
import dev.postern.identity.consent.Permission;
import dev.postern.page.Html;
import dev.postern.page.Page;
import dev.postern.page.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The account page as a string, as calm as the other people's screens.
 *
 * @param root the path that every link starts with, empty or {@code /path}: the issuer's path
 * @param othersToken what the form that ends all other sessions must carry
 * @param confirmation what has just been done, in words
 */
record AccountPage(
        Locale language,
        String root,
        User user,
        List<OwnSession> sessions,
        String othersToken,
        List<AllowedApplication> allowed,
        Optional<String> confirmation) {

    String html() {
        Words words = Words.of("account", language);
        String title = words.text("account.title");
        String body = "<h1>" + Html.escape(title) + "</h1>\n<p class=\"lead\">"
                + Html.escape(words.text("account.person", user.displayName())) + "</p>\n" + confirmed()
                + "<p class=\"buttons\"><a class=\"button\" href=\"" + root + "/account/password\">"
                + Html.escape(words.text("account.password")) + "</a> <a class=\"button\" href=\"" + root + "/logout\">"
                + Html.escape(words.text("account.sign-out")) + "</a></p>\n"
                + new SessionList(root, sessions, othersToken, words).html()
                + "<h2>" + Html.escape(words.text("account.allowed")) + "</h2>\n" + list(words)
                + "<footer class=\"colophon\">" + new Page(language, title, root).mark() + "</footer>";
        return new Page(language, title, root).column(body);
    }

    private String confirmed() {
        return confirmation
                .map(text -> "<p class=\"state ok\" role=\"status\">" + Html.escape(text) + "</p>\n")
                .orElse("");
    }

    private String list(Words words) {
        if (allowed.isEmpty()) {
            return "<p>" + Html.escape(words.text("account.none")) + "</p>\n";
        }
        return allowed.stream().map(one -> card(one, words)).collect(Collectors.joining()) + "<p class=\"fine\">"
                + Html.escape(words.text("account.effect")) + "</p>\n";
    }

    private String card(AllowedApplication one, Words words) {
        String name = one.application().name();
        return """
            <section class="card">
            <h3 class="app"><span class="monogram" aria-hidden="true">%s</span>%s</h3>
            <ul class="permits">
            %s</ul>
            <p class="fine">%s</p>
            <form method="post" action="%s/account/withdraw">
            <input type="hidden" name="client" value="%s">
            <input type="hidden" name="token" value="%s">
            <button aria-label="%s">%s</button>
            </form>
            </section>
            """.formatted(
                        Html.escape(one.application().initial()),
                        Html.escape(name),
                        one.permissions().stream().map(AccountPage::line).collect(Collectors.joining()),
                        Html.escape(words.text("account.since", words.day(one.since()))),
                        root,
                        Html.escape(one.clientId()),
                        one.formToken(),
                        Html.escape(words.text("account.withdraw.from", name)),
                        Html.escape(words.text("account.withdraw")));
    }

    private static String line(Permission permission) {
        return "<li>" + Html.escape(permission.words()) + " <code>" + Html.escape(permission.name()) + "</code></li>\n";
    }
}
