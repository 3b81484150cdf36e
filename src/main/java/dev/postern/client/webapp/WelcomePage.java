package dev.postern.client.webapp;

import dev.postern.page.Html;
import dev.postern.page.Words;
import java.net.URI;

/** The app for somebody who is not signed in. */
record WelcomePage(Words words, AppIdentity identity, boolean sessionEnded) {

    String html() {
        AppPage page = new AppPage(words, identity);
        String ended = sessionEnded ? "<p class=\"state warn\">" + page.text("welcome.ended") + "</p>\n" : "";
        String host = Html.escape(String.valueOf(URI.create(identity.issuer()).getAuthority()));
        return page.column(words.text("app.title"), """
                <div class="monogram" aria-hidden="true">N</div>
                %s<h1>%s</h1>
                <p>%s</p>
                <p class="lead">%s<b>%s</b>%s</p>
                <p><a class="button go" href="%s">%s</a></p>
                <footer class="colophon">%s <a href="%s">%s</a></footer>\
                """.formatted(
                        ended,
                        page.text("welcome.title"),
                        page.text("welcome.lead"),
                        Html.escape(words.before("welcome.next")),
                        host,
                        Html.escape(words.after("welcome.next")),
                        page.path("/login"),
                        page.text("app.sign-in"),
                        page.mark(),
                        Html.escape(identity.frontChannel("/picture")),
                        page.text("app.picture")));
    }
}
