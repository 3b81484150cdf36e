package dev.postern.identity.failure;

import java.util.List;

/** The format in which a path answers, errors included. */
enum AnswerFormat {
    /** People's pages. */
    HTML,
    /** RFC 6749 section 5.2. */
    OAUTH_JSON,
    /** RFC 9457. */
    PROBLEM_JSON;

    private static final List<String> OAUTH = List.of(
            "/token",
            "/device_authorization",
            "/introspect",
            "/revoke",
            "/userinfo",
            "/jwks",
            "/.well-known",
            "/register");
    private static final List<String> PROBLEMS = List.of("/api", "/admin/api", "/gateway", "/status");

    /** @param path without the context path, starting with a slash */
    static AnswerFormat of(String path) {
        if (OAUTH.stream().anyMatch(prefix -> isUnder(prefix, path))) {
            return OAUTH_JSON;
        }
        return PROBLEMS.stream().anyMatch(prefix -> isUnder(prefix, path)) ? PROBLEM_JSON : HTML;
    }

    private static boolean isUnder(String prefix, String path) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
