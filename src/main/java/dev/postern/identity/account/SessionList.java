package dev.postern.identity.account;

import dev.postern.page.Html;
import dev.postern.page.Words;
import java.util.List;
import java.util.stream.Collectors;

/** The part of the account page that shows where a person is signed in. */
record SessionList(String root, List<OwnSession> sessions, String othersToken, Words words) {

    String html() {
        return "<h2>" + text("account.sessions") + "</h2>\n<ul class=\"sessions\">\n"
                + sessions.stream().map(this::item).collect(Collectors.joining()) + "</ul>\n" + others()
                + "<p class=\"fine\">" + text("account.sessions.note") + "</p>\n";
    }

    private String item(OwnSession one) {
        String device = one.device().isEmpty() ? words.text("account.session.unknown") : one.device();
        String mark = one.here()
                ? " <span class=\"badge ok\">" + text("account.session.here") + "</span>"
                : one.inUse() ? "" : " <span class=\"badge\">" + text("account.session.idle") + "</span>";
        return "<li><div><b>" + Html.escape(device) + "</b>" + mark + "<br><span class=\"fine\">"
                + Html.escape(words.text("account.session.since", words.moment(one.since()), one.network()))
                + "</span></div>" + (one.here() ? "" : end(one, device)) + "</li>\n";
    }

    private String end(OwnSession one, String device) {
        return form(
                one.id(),
                one.formToken(),
                words.text("account.session.end"),
                words.text("account.session.end.of", device, words.moment(one.since())));
    }

    private String others() {
        boolean alone = sessions.stream().allMatch(OwnSession::here);
        return alone ? "" : form("", othersToken, words.text("account.sessions.end"), "");
    }

    private String form(String session, String token, String label, String spoken) {
        return "<form method=\"post\" action=\"" + root + "/account/sessions/end\">"
                + (session.isEmpty()
                        ? ""
                        : "<input type=\"hidden\" name=\"session\" value=\"" + Html.escape(session) + "\">")
                + "<input type=\"hidden\" name=\"token\" value=\"" + token + "\"><button"
                + (spoken.isEmpty() ? "" : " aria-label=\"" + Html.escape(spoken) + "\"") + ">" + Html.escape(label)
                + "</button></form>\n";
    }

    private String text(String key) {
        return Html.escape(words.text(key));
    }
}
