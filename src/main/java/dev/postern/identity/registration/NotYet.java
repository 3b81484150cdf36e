package dev.postern.identity.registration;

import dev.postern.data.database.Client;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Metadata that is understood but asks for what this server does not do yet: refused, so that nobody relies on it. */
public final class NotYet {

    private record Asked(String field, Predicate<Client> by) {}

    private static final List<Asked> FOR = List.of(
            new Asked(
                    "request_object_signing_alg",
                    client -> !client.requests().objectAlgorithm().isEmpty()),
            new Asked("request_uris", client -> !client.requests().requestUris().isEmpty()));

    private NotYet() {}

    /** Every field of which something is refused. */
    public static Set<String> fields() {
        return FOR.stream().map(Asked::field).collect(Collectors.toUnmodifiableSet());
    }

    static void check(Client client, Violations violations) {
        FOR.stream()
                .filter(asked -> asked.by().test(client))
                .forEach(asked -> violations.refuse(asked.field(), "is not supported by this server yet"));
    }
}
