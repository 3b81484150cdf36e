package dev.postern.identity.registration;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** In what two well-formed URIs differ: RFC 3986 section 3. */
public enum UriDifference {
    SCHEME,
    HOST,
    PORT,
    PATH,
    TRAILING_SLASH,
    QUERY,
    LETTER_CASE;

    /** In the order of the parts of a URI; at least one for texts that differ. */
    static List<UriDifference> between(String one, String other) {
        if (one.equalsIgnoreCase(other)) {
            return one.equals(other) ? List.of() : List.of(LETTER_CASE);
        }
        URI first = URI.create(one);
        URI second = URI.create(other);
        List<UriDifference> found = new ArrayList<>();
        differing(SCHEME, first.getScheme(), second.getScheme(), found);
        differing(HOST, first.getHost(), second.getHost(), found);
        differing(PORT, first.getPort(), second.getPort(), found);
        if (!Objects.equals(first.getRawPath(), second.getRawPath())) {
            found.add(slashless(first).equals(slashless(second)) ? TRAILING_SLASH : PATH);
        }
        differing(QUERY, first.getRawQuery(), second.getRawQuery(), found);
        return found.isEmpty() ? List.of(PATH) : List.copyOf(found);
    }

    private static void differing(
            UriDifference part, @Nullable Object one, @Nullable Object other, List<UriDifference> found) {
        if (!Objects.equals(one, other)) {
            found.add(part);
        }
    }

    private static String slashless(URI uri) {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
