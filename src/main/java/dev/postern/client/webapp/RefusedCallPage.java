package dev.postern.client.webapp;

import dev.postern.page.Words;
import java.util.List;

/** What came back of the call that the API must refuse. */
record RefusedCallPage(Words words, AppIdentity identity, AppSession session, ApiAnswer answer) {

    String html() {
        AppPage page = new AppPage(words, identity);
        String asExpected =
                answer.status() == 403 ? "<p class=\"state ok\">" + page.text("api.refused.expected") + "</p>\n" : "";
        String body = "<h1>" + page.text("api.refused.answer") + "</h1>\n" + asExpected
                + page.card(page.text("api.refused.title"), ProfilePage.answers(page, List.of(answer)))
                + "<p><a class=\"button\" href=\"" + page.path("") + "\">" + page.text("app.home") + "</a></p>\n";
        return page.wide(
                words.text("app.title"), page.button("/logout", session.formToken(), "", "app.sign-out"), body);
    }
}
