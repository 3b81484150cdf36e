package dev.postern.client.webapp;

import dev.postern.page.Html;
import dev.postern.page.Words;

/** The end of a sign-in that came to nothing: what happened, whose turn it is, and a request id. */
record FailedPage(Words words, AppIdentity identity, SignInFailed.Reason reason, String requestId) {

    String html() {
        AppPage page = new AppPage(words, identity);
        return page.column(words.text("failed.title"), """
                <h1>%s</h1>
                <p class="state %s">%s</p>
                <p><a class="button go" href="%s">%s</a></p>
                <p class="fine">%s <code>%s</code></p>
                <footer class="colophon">%s</footer>\
                """.formatted(
                        page.text("failed.title"),
                        reason == SignInFailed.Reason.DENIED ? "warn" : "bad",
                        page.text(reason.key()),
                        page.path("/login"),
                        page.text("app.again"),
                        page.text("failed.request"),
                        Html.escape(requestId),
                        page.mark()));
    }
}
