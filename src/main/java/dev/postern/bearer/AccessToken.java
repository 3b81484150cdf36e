package dev.postern.bearer;

import dev.postern.protocol.Scope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a valid access token says: the claims of RFC 9068 section 2.2, or the answer of RFC 7662 section 2.2.
 *
 * @param claims all of them, as they came
 */
public record AccessToken(
        String subject,
        String clientId,
        String grantId,
        Scope scope,
        List<String> audience,
        Instant expiresAt,
        Map<String, Object> claims) {

    /** @throws IllegalArgumentException if they are not the claims of an access token */
    static AccessToken of(Map<String, Object> claims) {
        return new AccessToken(
                text(claims, "sub"),
                text(claims, "client_id"),
                text(claims, "gid"),
                Scope.ofWire(text(claims, "scope")),
                texts(claims.get("aud")),
                instant(claims.get("exp")),
                Map.copyOf(claims));
    }

    /** @throws BearerRefused if the token is not for any of these */
    void mustBeFor(Collection<String> audiences) {
        if (audience.stream().noneMatch(audiences::contains)) {
            throw BearerRefused.badToken("The token is meant for another resource.");
        }
    }

    /** @throws BearerRefused if the token has expired */
    void mustLiveAt(Instant now) {
        if (!now.isBefore(expiresAt)) {
            throw BearerRefused.badToken("The token has expired.");
        }
    }

    /** Whether the token was issued to a client for itself: its subject is the client then. */
    public boolean isOfClient() {
        return subject.equals(clientId);
    }

    private static String text(Map<String, Object> claims, String name) {
        Object value = claims.getOrDefault(name, "");
        if (!(value instanceof String text)) {
            throw new IllegalArgumentException(name + " is not a text");
        }
        return text;
    }

    private static List<String> texts(@org.jspecify.annotations.Nullable Object value) {
        if (value instanceof String text) {
            return List.of(text);
        }
        return value instanceof Collection<?> many
                ? many.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Instant instant(@org.jspecify.annotations.Nullable Object value) {
        if (!(value instanceof Number seconds)) {
            throw new IllegalArgumentException("exp is not a number");
        }
        return Instant.ofEpochSecond(seconds.longValue());
    }
}
