package dev.postern.client.webapp;

import com.nimbusds.jwt.JWTParser;
import dev.postern.page.Html;
import dev.postern.page.Words;
import dev.postern.picture.HopRecord;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The app for somebody who is signed in: who they are, what the tokens say, what the API answered, and the way it all took. */
record ProfilePage(
        Words words, AppIdentity identity, AppSession session, List<ApiAnswer> answers, List<HopRecord> hops) {

    String html() {
        AppPage page = new AppPage(words, identity);
        String body = "<h1>" + Html.escape(words.before("profile.title")) + "<b>"
                + Html.escape(session.displayName()) + "</b>" + Html.escape(words.after("profile.title")) + "</h1>\n"
                + "<p class=\"lead\">" + page.text("profile.account", session.accountId(), session.signIns())
                + "</p>\n<div class=\"grid\">\n"
                + page.card(
                        page.text("profile.claims"),
                        fine(page.text("profile.claims.what")) + page.claims(session.profile()))
                + page.card(page.text("profile.access-token"), accessToken(page))
                + page.card(page.text("api.title"), fine(page.text("api.what")) + answers(page, answers))
                + page.card(
                        page.text("profile.id-token"),
                        fine(page.text("profile.id-token.what")) + page.claims(session.idClaims()))
                + page.card(page.text("api.refused.title"), refusedCall(page))
                + "</div>\n" + page.card(page.text("hops.title"), hops(page));
        return page.wide(
                words.text("app.title"), page.button("/logout", session.formToken(), "", "app.sign-out"), body);
    }

    private String accessToken(AppPage page) {
        Optional<Map<String, Object>> claims = jwtClaims(session.accessToken());
        String what = claims.isPresent() ? "profile.access-token.jwt" : "profile.access-token.opaque";
        return fine(page.text(what)) + claims.map(page::claims).orElse("") + "<p>" + page.text("profile.scope")
                + " <code>" + Html.escape(session.scope()) + "</code></p>\n";
    }

    private static Optional<Map<String, Object>> jwtClaims(String token) {
        try {
            return Optional.of(JWTParser.parse(token).getJWTClaimsSet().toJSONObject());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private String refusedCall(AppPage page) {
        return "<p>" + page.text("api.refused.what") + "</p>\n"
                + page.button("/refused-call", session.formToken(), "", "api.refused.go");
    }

    private String hops(AppPage page) {
        HopList list = new HopList(words, identity.frontChannel("/picture"), hops);
        String link = "<p><a href=\"" + Html.escape(identity.frontChannel("/picture")) + "\">" + page.text("hops.link")
                + "</a></p>\n";
        return list.isEmpty() ? fine(page.text("hops.none")) + link : fine(page.text("hops.what")) + list.html() + link;
    }

    static String answers(AppPage page, List<ApiAnswer> answers) {
        return answers.stream().map(answer -> answer(page, answer)).collect(Collectors.joining());
    }

    private static String answer(AppPage page, ApiAnswer answer) {
        String state = "<p><code>" + Html.escape(answer.request()) + "</code> <span class=\"badge "
                + (answer.status() >= 200 && answer.status() < 300 ? "ok" : "bad") + "\">"
                + page.text("api.status", answer.status()) + "</span></p>\n";
        String challenge = answer.challenge()
                .map(text -> "<p class=\"fine\">" + page.text("api.challenge") + " <code>" + Html.escape(text)
                        + "</code></p>\n")
                .orElse("");
        String body = answer.isAway()
                ? "<p>" + page.text("api.away") + "</p>\n"
                : "<pre>" + Html.escape(answer.readableBody()) + "</pre>\n";
        return state + challenge + body;
    }

    private static String fine(String text) {
        return "<p class=\"fine\">" + text + "</p>\n";
    }
}
