package dev.postern.page;

import java.util.Locale;

/**
 * The error page for people, as a string: what happened, whose turn it is, and a request id.
 *
 * <p>Pure, so that exception mappers, the gateway and servlets can answer with it without a forward. It shows fixed
 * sentences only: nothing that the request said is echoed, except the id that we gave it.
 *
 * @param root the path that every link starts with, empty or {@code /path}: the issuer's path
 */
public record ErrorPage(Problem problem, String requestId, Locale language, String root) {

    public String html() {
        Words words = Words.of("errors", language);
        String title = words.text(problem.key("title"));
        String body = """
            <p><span class="badge bad">%s</span></p>
            <h1>%s</h1>
            <p>%s</p>
            <h2>%s</h2>
            <p>%s</p>
            <p class="fine">%s <code>%s</code></p>
            <footer class="colophon">%s</footer>\
            """.formatted(
                        Html.escape(words.text("error.label", problem.status())),
                        Html.escape(title),
                        Html.escape(words.text(problem.key("what"))),
                        Html.escape(words.text("error.turn")),
                        Html.escape(words.text(problem.key("turn"))),
                        Html.escape(words.text("error.request")),
                        Html.escape(requestId),
                        new Page(language, title, root).mark());
        return new Page(language, title, root).column(body);
    }

    public int status() {
        return problem.status();
    }
}
