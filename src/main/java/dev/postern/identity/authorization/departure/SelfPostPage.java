package dev.postern.identity.authorization.departure;

import dev.postern.identity.http.Reply;
import dev.postern.page.Html;
import dev.postern.page.Page;
import dev.postern.page.Words;
import dev.postern.page.headers.ContentPolicy;
import dev.postern.platform.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The page that takes an authorization response to the client by POST: OAuth 2.0 Form Post Response Mode section 2. Its one script sends the
 * form; a browser without scripts shows a button.
 *
 * @param root the path that every link starts with, empty or {@code /path}: the issuer's path
 */
record SelfPostPage(Destination.SelfPost post, Locale language, String root) {

    private static final String SCRIPT = "document.forms[0].submit()";
    private static final String SCRIPT_HASH = "'sha256-"
            + Base64.getEncoder().encodeToString(Digests.sha256(SCRIPT.getBytes(StandardCharsets.UTF_8))) + "'";

    Reply reply() {
        ContentPolicy policy =
                ContentPolicy.STRICT.formsTo(ContentPolicy.source(post.uri())).scripts(SCRIPT_HASH);
        return Reply.of(200, "text/html;charset=UTF-8", html().getBytes(StandardCharsets.UTF_8))
                .with("Content-Security-Policy", policy.header())
                .with("Cache-Control", "no-store");
    }

    private String html() {
        Words words = Words.of("consent", language);
        Page page = new Page(language, words.text("form-post.title"), root);
        return page.column("""
            <h1>%s</h1>
            <p>%s</p>
            <form method="post" action="%s">
            %s<button class="go">%s</button>
            </form>
            <footer class="colophon">%s</footer>
            <script>%s</script>\
            """.formatted(
                Html.escape(words.text("form-post.title")),
                Html.escape(words.text("form-post.what")),
                Html.escape(post.uri()),
                post.fields().entrySet().stream().map(SelfPostPage::field).collect(Collectors.joining()),
                Html.escape(words.text("form-post.go")),
                page.mark(),
                SCRIPT));
    }

    private static String field(Map.Entry<String, String> field) {
        return "<input type=\"hidden\" name=\"" + Html.escape(field.getKey()) + "\" value=\""
                + Html.escape(field.getValue()) + "\">\n";
    }
}
