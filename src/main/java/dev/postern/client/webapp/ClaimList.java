package dev.postern.client.webapp;

import dev.postern.page.Html;
import dev.postern.page.Words;
import dev.postern.platform.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Claims in groups (OpenID Connect Core sections 2 and 5.1, RFC 9068 section 2.2): about whom, for whom, when, and of which sign-in. */
record ClaimList(Words words, Map<String, Object> claims) {

    private static final List<String> PARTIES = List.of("iss", "aud", "azp", "client_id", "scope");
    private static final List<String> MOMENTS = List.of("auth_time", "iat", "nbf", "exp", "updated_at");
    private static final List<String> SIGN_IN =
            List.of("amr", "acr", "nonce", "at_hash", "c_hash", "s_hash", "sid", "jti", "gid");

    /** One list where there is one group, else each group under its own heading. */
    String html() {
        List<String> person = claims.keySet().stream()
                .filter(name -> !PARTIES.contains(name) && !MOMENTS.contains(name) && !SIGN_IN.contains(name))
                .toList();
        if (person.size() == claims.size()) {
            return list(person);
        }
        return group("claims.person", person)
                + group("claims.parties", PARTIES)
                + group("claims.moments", MOMENTS)
                + group("claims.sign-in", SIGN_IN);
    }

    private String group(String heading, List<String> names) {
        List<String> present = names.stream().filter(claims::containsKey).toList();
        return present.isEmpty() ? "" : "<h3>" + Html.escape(words.text(heading)) + "</h3>\n" + list(present);
    }

    private String list(List<String> names) {
        return names.stream()
                .map(name -> "<dt>" + Html.escape(name) + "</dt><dd>" + value(name) + "</dd>")
                .collect(Collectors.joining("\n", "<dl class=\"claims\">", "</dl>\n"));
    }

    private String value(String name) {
        Object value = claims.get(name);
        String raw = Html.escape(raw(value));
        return value instanceof Number seconds && MOMENTS.contains(name) ? raw + moment(seconds.longValue()) : raw;
    }

    /** Nothing for a number that is no moment of this era: 253402300799 is the last second of the year 9999. */
    private String moment(long seconds) {
        return seconds < 0 || seconds > 253_402_300_799L
                ? ""
                : " <small>" + Html.escape(words.moment(Instant.ofEpochSecond(seconds))) + "</small>";
    }

    private static String raw(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(ClaimList::raw).collect(Collectors.joining(" "));
        }
        return value instanceof Map ? Json.write(value) : value == null ? "" : value.toString();
    }
}
