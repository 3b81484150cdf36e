package dev.postern.protocol;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The application/x-www-form-urlencoded format of queries and bodies: RFC 6749 appendix B.
 *
 * <p>Read strictly: broken percent-encoding and bytes that are not UTF-8 are errors, never replaced in silence as servers do.
 */
public final class UrlEncoded {

    /** More parameters than any request of ours has. */
    private static final int MOST_PARAMETERS = 200;

    private UrlEncoded() {}

    /**
     * The parameters of a raw query or body in their order; absent text has none.
     *
     * @throws Malformed if it is not of that format
     */
    public static Map<String, List<String>> decode(@Nullable String raw) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (raw == null || raw.isEmpty()) {
            return parameters;
        }
        String[] pairs = raw.split("&");
        if (pairs.length > MOST_PARAMETERS) {
            throw new Malformed("too many parameters");
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = text(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : text(pair.substring(equals + 1));
            if (!name.isEmpty()) {
                parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            }
        }
        return parameters;
    }

    /** @throws Malformed if it is not of that format */
    public static Map<String, List<String>> decode(byte[] body) {
        return decode(new String(body, StandardCharsets.ISO_8859_1));
    }

    /** The parameters in the wire form, in their order. */
    public static String encode(Map<String, List<String>> parameters) {
        StringBuilder raw = new StringBuilder();
        parameters.forEach((name, values) -> values.forEach(value -> append(raw, name, value)));
        return raw.toString();
    }

    /** Adds one parameter to a query or body that is being written. */
    public static void append(StringBuilder raw, String name, String value) {
        if (raw.length() > 0 && raw.charAt(raw.length() - 1) != '?' && raw.charAt(raw.length() - 1) != '&') {
            raw.append('&');
        }
        raw.append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /**
     * One encoded name or value.
     *
     * @throws Malformed if it is not of that format
     */
    public static String text(String raw) {
        byte[] bytes = new byte[raw.length()];
        int length = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                bytes[length++] = (byte) (hex(raw, i + 1) << 4 | hex(raw, i + 2));
                i += 2;
            } else if (c < 0x100) {
                bytes[length++] = c == '+' ? (byte) ' ' : (byte) c;
            } else {
                throw new Malformed("a character that should be percent-encoded");
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("not UTF-8");
        }
    }

    private static int hex(String raw, int index) {
        int digit = index < raw.length() ? Character.digit(raw.charAt(index), 16) : -1;
        if (digit < 0) {
            throw new Malformed("broken percent-encoding");
        }
        return digit;
    }

    /** The text is not of the format: invalid_request. */
    public static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String reason) {
            super(reason, null, false, false);
        }
    }
}
