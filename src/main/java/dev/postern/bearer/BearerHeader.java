package dev.postern.bearer;

import dev.postern.protocol.TokenValue;
import java.util.List;
import java.util.Optional;

/** The Authorization request header field: RFC 6750 section 2.1. Tokens in the query or the body are not looked at. */
public final class BearerHeader {

    private static final int LONGEST_TOKEN = 8_192;
    private static final String SCHEME = "Bearer";

    private BearerHeader() {}

    /**
     * The token that a request carries, empty if it carries none.
     *
     * @param authorization every Authorization header of the request
     * @throws BearerRefused if there is more than one, or one that tries to be a bearer token and is none
     */
    public static Optional<TokenValue> token(List<String> authorization) {
        if (authorization.size() > 1) {
            throw BearerRefused.badRequest("The request has more than one Authorization header.");
        }
        String header = authorization.isEmpty() ? "" : authorization.get(0).strip();
        if (!isBearer(header)) {
            return Optional.empty();
        }
        String token = header.substring(begin(header));
        if (!isToken68(token)) {
            throw BearerRefused.badRequest("The Authorization header is malformed.");
        }
        if (token.length() > LONGEST_TOKEN) {
            throw BearerRefused.badToken("The token is not valid.");
        }
        return Optional.of(new TokenValue(token));
    }

    private static boolean isBearer(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (header.length() == SCHEME.length() || header.charAt(SCHEME.length()) <= ' ');
    }

    /** Where the token begins, after one or more blanks. */
    private static int begin(String header) {
        int begin = SCHEME.length();
        while (begin < header.length() && header.charAt(begin) == ' ') {
            begin++;
        }
        return begin;
    }

    /** RFC 9110 section 11.2: as each request is looked at, without a pattern. */
    private static boolean isToken68(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '=') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            if (!isToken68(text.charAt(i))) {
                return false;
            }
        }
        return end > 0;
    }

    private static boolean isToken68(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~+/".indexOf(c) >= 0;
    }
}
