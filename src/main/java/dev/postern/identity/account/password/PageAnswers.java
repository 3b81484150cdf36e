package dev.postern.identity.account.password;

import dev.postern.page.Languages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A page in the language of its reader, as an answer. */
final class PageAnswers {

    private PageAnswers() {}

    static Locale language(HttpServletRequest http) {
        return Languages.choose("", http.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    static Response of(String html) {
        return Response.ok(html.getBytes(StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
