package dev.postern.identity.adminapi;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ids as segments of a path. Servers and proxies read {@code %2F} and the like each in their own way, so an id that needs more than
 * letters, digits, {@code .}, {@code _} and {@code -} is written as {@code ~} and its base64url form.
 */
final class PathIds {

    private static final Pattern PLAIN = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]+");

    private PathIds() {}

    static String write(String id) {
        return PLAIN.matcher(id).matches()
                ? id
                : "~" + Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty if it is no id. */
    static Optional<String> read(String segment) {
        if (!segment.startsWith("~")) {
            return Optional.of(segment).filter(id -> PLAIN.matcher(id).matches());
        }
        try {
            byte[] id = Base64.getUrlDecoder().decode(segment.substring(1));
            return Optional.of(new String(id, StandardCharsets.UTF_8)).filter(text -> !text.isEmpty());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
