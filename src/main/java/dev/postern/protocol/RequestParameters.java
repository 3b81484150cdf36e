package dev.postern.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of one request, parsed once at the edge: RFC 6749 section 3.1.
 *
 * <p>Parameters without a value count as omitted. A repeated parameter makes the request malformed, except {@code resource}
 * (RFC 8707 section 2), which may be repeated.
 */
public final class RequestParameters {

    private static final Set<String> MAY_REPEAT = Set.of("resource");

    private final Map<String, List<String>> values;

    private RequestParameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /** @throws RepeatedParameter if a parameter that must not be repeated is */
    public static RequestParameters of(Map<String, List<String>> raw) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        raw.forEach((name, all) -> {
            List<String> present =
                    all.stream().filter(value -> !value.isEmpty()).toList();
            if (all.size() > 1 && !MAY_REPEAT.contains(name)) {
                throw new RepeatedParameter(name);
            }
            if (!present.isEmpty()) {
                kept.put(name, present);
            }
        });
        return new RequestParameters(kept);
    }

    public Optional<String> get(String name) {
        List<String> all = values.get(name);
        return all == null ? Optional.empty() : Optional.of(all.get(0));
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Map<String, List<String>> asMap() {
        return Map.copyOf(values);
    }

    /** The request repeats a parameter: invalid_request. */
    public static final class RepeatedParameter extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String name;

        RepeatedParameter(String name) {
            super("a parameter is repeated", null, false, false);
            this.name = name;
        }

        /** The parameter's name as sent: hostile input. */
        public String name() {
            return name;
        }
    }
}
