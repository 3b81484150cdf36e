package dev.postern.identity.console.registration;

import dev.postern.data.database.InitialAccessToken;
import dev.postern.platform.Json;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The policy of an initial access token, a line for each field, in the words of the configuration: {@code most_clients: 20}. */
final class Limits {

    private Limits() {}

    static List<String> of(InitialAccessToken token) {
        return Json.readObject(token.policy()).entrySet().stream()
                .map(limit -> limit.getKey() + ": " + written(limit.getValue()))
                .toList();
    }

    private static String written(Object value) {
        return value instanceof Collection<?> many
                ? many.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }
}
