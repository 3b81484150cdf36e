package dev.postern.identity.keys;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JWT (RFC 7519) that this server signed. Nothing but the signature was checked: expiry and meaning are the caller's.
 *
 * @param type the {@code typ} header, empty if there is none
 * @param keyId of the key that signed it
 */
public record OwnJwt(String type, String keyId, Map<String, Object> claims) {

    /** A text claim; empty text if it is absent or not a text. */
    public String text(String claim) {
        return claims.get(claim) instanceof String text ? text : "";
    }

    /** A NumericDate claim. */
    public Optional<Instant> instant(String claim) {
        return claims.get(claim) instanceof Number seconds
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }

    /** A claim that is a text or a list of texts, such as {@code aud}. */
    public List<String> texts(String claim) {
        Object value = claims.get(claim);
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value instanceof String text ? List.of(text) : List.of();
    }

    @Override
    public String toString() {
        return "OwnJwt[" + type + "]";
    }
}
