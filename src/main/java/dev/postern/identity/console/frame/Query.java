package dev.postern.identity.console.frame;

import dev.postern.protocol.UrlEncoded;
import java.util.LinkedHashMap;
import java.util.Map;

/** A page's path with parameters that hold something; empty ones are left out. */
public final class Query {

    private Query() {}

    /** @param namesAndValues in turn; of one name the last value counts */
    public static String of(String path, String... namesAndValues) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        parameters.values().removeIf(String::isEmpty);
        StringBuilder page = new StringBuilder(path).append(parameters.isEmpty() ? "" : "?");
        parameters.forEach((name, value) -> UrlEncoded.append(page, name, value));
        return page.toString();
    }
}
