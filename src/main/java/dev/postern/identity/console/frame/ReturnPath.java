package dev.postern.identity.console.frame;

import java.util.regex.Pattern;

/** A page of the console, as path and query, that somebody is led to: never anything else. */
record ReturnPath(String value) {

    static final ReturnPath HOME = new ReturnPath("/console");

    private static final int LONGEST = 2_000;
    private static final Pattern PAGE = Pattern.compile("/console(/[a-z0-9-]+)?(\\?[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*)?");

    static ReturnPath of(String wanted) {
        return wanted.length() <= LONGEST && PAGE.matcher(wanted).matches() ? new ReturnPath(wanted) : HOME;
    }
}
