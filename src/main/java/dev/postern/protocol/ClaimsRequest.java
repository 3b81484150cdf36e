package dev.postern.protocol;

import dev.postern.platform.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameter {@code claims}: claims asked for one by one, OpenID Connect Core section 5.5. Members that are not understood are ignored.
 *
 * @param userInfo what userinfo shall say, by claim name
 * @param idToken what the ID token shall say
 */
public record ClaimsRequest(Map<String, Wish> userInfo, Map<String, Wish> idToken) {

    public static final ClaimsRequest NONE = new ClaimsRequest(Map.of(), Map.of());

    private static final int LONGEST = 4_096;
    private static final int MOST_CLAIMS = 50;
    private static final int MOST_VALUES = 20;

    /**
     * How a claim is wished for: section 5.5.1.
     *
     * @param values one of which it shall have; none: any
     */
    public record Wish(boolean essential, List<Object> values) {

        private static final Wish ANY = new Wish(false, List.of());

        public boolean isMetBy(Object value) {
            return values.isEmpty() || values.contains(value);
        }
    }

    /** Empty if the text is not of that form, or asks for more than anybody needs. */
    public static Optional<ClaimsRequest> parse(String text) {
        if (text.isEmpty()) {
            return Optional.of(NONE);
        }
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            Map<String, Object> members = Json.readObject(text);
            return Optional.of(new ClaimsRequest(wishes(members, "userinfo"), wishes(members, "id_token")));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Map<String, Wish> wishes(Map<String, Object> members, String place) {
        Map<String, Wish> wishes = new LinkedHashMap<>();
        object(members.getOrDefault(place, Map.of())).forEach((name, wish) -> wishes.put(name, wish(wish)));
        if (wishes.size() > MOST_CLAIMS) {
            throw new IllegalArgumentException("too many claims");
        }
        return Collections.unmodifiableMap(wishes);
    }

    private static Wish wish(@Nullable Object member) {
        if (member == null) {
            return Wish.ANY;
        }
        Map<String, Object> members = object(member);
        if (!(members.getOrDefault("essential", false) instanceof Boolean essential)) {
            throw new IllegalArgumentException("essential is not a truth value");
        }
        return new Wish(essential, values(members));
    }

    private static List<Object> values(Map<String, Object> members) {
        Object value = members.get("value");
        if (value != null) {
            return List.of(value);
        }
        if (!(members.getOrDefault("values", List.of()) instanceof List<?> values)
                || values.size() > MOST_VALUES
                || values.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("values is not a short list");
        }
        return List.copyOf(values);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(@Nullable Object member) {
        if (member instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException("not an object");
    }

    /** Every claim that is asked for, wherever. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>(userInfo.keySet());
        names.addAll(idToken.keySet());
        return names;
    }

    /** The values that a claim shall have one of, asked in either place; none: any. */
    public List<Object> valuesOf(String claim) {
        Wish anything = Wish.ANY;
        List<Object> inIdToken = idToken.getOrDefault(claim, anything).values();
        return inIdToken.isEmpty() ? userInfo.getOrDefault(claim, anything).values() : inIdToken;
    }
}
