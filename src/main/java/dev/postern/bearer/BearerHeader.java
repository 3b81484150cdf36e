package dev.postern.bearer;

import dev.postern.protocol.TokenValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Authorization request header field: RFC 6750 section 2.1. Tokens in the query or the body are not looked at. */
public final class BearerHeader {

    private static final int LONGEST_TOKEN = 8_192;
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]+=*)");

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
        if (authorization.isEmpty() || !isBearer(authorization.get(0))) {
            return Optional.empty();
        }
        Matcher matcher = BEARER.matcher(authorization.get(0).strip());
        if (!matcher.matches()) {
            throw BearerRefused.badRequest("The Authorization header is malformed.");
        }
        if (matcher.group(1).length() > LONGEST_TOKEN) {
            throw BearerRefused.badToken("The token is not valid.");
        }
        return Optional.of(new TokenValue(matcher.group(1)));
    }

    private static boolean isBearer(String header) {
        String text = header.strip();
        return text.regionMatches(true, 0, "Bearer", 0, 6) && (text.length() == 6 || text.charAt(6) <= ' ');
    }
}
