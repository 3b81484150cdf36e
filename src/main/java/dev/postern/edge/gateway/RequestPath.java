package dev.postern.edge.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The path of a request, in the one spelling that everybody reads alike: RFC 3986 section 6.2.
 *
 * <p>What could be read in two ways is refused, not normalised: empty, {@code .} and {@code ..} segments, parameters ({@code ;}),
 * backslashes, controls, percent-encoding of anything that need not be encoded or that is a delimiter ({@code %2e}, {@code %2f},
 * {@code %25} …), and what is not UTF-8. So the path that is decided on is the path that is forwarded.
 *
 * @param value as it came, starting with a slash
 */
record RequestPath(String value) {

    private static final String LITERAL_MARKS = "-._~!$&'()*+,=:@/";

    /** @param raw the path as it came on the wire, without the query */
    static Optional<RequestPath> parse(String raw) {
        return raw.startsWith("/") && cleanSegments(raw) && cleanCharacters(raw)
                ? Optional.of(new RequestPath(raw))
                : Optional.empty();
    }

    /** Whether the path is the prefix itself or lies below it, segment by segment. */
    boolean isBelow(String prefix) {
        return value.equals(prefix) || value.startsWith(prefix.endsWith("/") ? prefix : prefix + "/");
    }

    private static boolean cleanSegments(String raw) {
        String[] segments = raw.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            if ((segments[i].isEmpty() && !last) || segments[i].equals(".") || segments[i].equals("..")) {
                return false;
            }
        }
        return true;
    }

    private static boolean cleanCharacters(String raw) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                int octet = octet(raw, i + 1);
                if (octet < 0 || !needsEncoding(octet)) {
                    return false;
                }
                encoded.write(octet);
                i += 2;
            } else {
                if (!isLiteral(c) || !isUtf8(encoded.toByteArray())) {
                    return false;
                }
                encoded.reset();
            }
        }
        return isUtf8(encoded.toByteArray());
    }

    /** Two hexadecimal digits, or -1. */
    private static int octet(String raw, int at) {
        if (at + 2 > raw.length()) {
            return -1;
        }
        int high = Character.digit(raw.charAt(at), 16);
        int low = Character.digit(raw.charAt(at + 1), 16);
        boolean ascii = raw.charAt(at) < 128 && raw.charAt(at + 1) < 128;
        return high < 0 || low < 0 || !ascii ? -1 : high * 16 + low;
    }

    /** What can stand in a segment in its encoded form only, and means nothing to a path: blanks, quotes, letters beyond ASCII. */
    private static boolean needsEncoding(int octet) {
        return octet >= 128 || octet == ' ' || "\"<>[]^`{|}".indexOf(octet) >= 0;
    }

    private static boolean isLiteral(char c) {
        return isLetterOrDigit(c) || LITERAL_MARKS.indexOf(c) >= 0;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
