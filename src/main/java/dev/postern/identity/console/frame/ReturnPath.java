package dev.postern.identity.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** A page of the console, as path and query, that somebody is led to: never anything else. */
record ReturnPath(String value) {

    static final ReturnPath HOME = new ReturnPath("/console");

    private static final int LONGEST = 2_000;
    private static final Pattern PAGE = Pattern.compile("/console(/[a-z0-9-]+)?(\\?[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*)?");

    /** Path and query of a request. */
    static ReturnPath addressOf(HttpServletRequest request) {
        String query = request.getQueryString();
        return of(ConsoleGuard.path(request) + (query == null ? "" : "?" + query));
    }

    /** The page that a request is about: a form says where it stood, since it is sent without that page's query. */
    static ReturnPath of(HttpServletRequest request) {
        String stood = request.getMethod().equals("POST") ? request.getParameter(Forms.PAGE) : null;
        return stood == null ? addressOf(request) : of(stood);
    }

    static ReturnPath of(String wanted) {
        return wanted.length() <= LONGEST && PAGE.matcher(wanted).matches() ? new ReturnPath(wanted) : HOME;
    }
}
