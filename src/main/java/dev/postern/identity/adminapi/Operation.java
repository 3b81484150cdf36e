package dev.postern.identity.adminapi;

import java.util.Locale;

/** One operation of the admin API. The constants of each area are an enum, so that their dispatch is an exhaustive switch. */
interface Operation {

    Shape shape();

    String name();

    /** Has the part of the API do it that it belongs to. */
    Answer run(AdminCalls calls, Call call);

    /** The {@code operationId} of the OpenAPI document: {@code listClients}. */
    default String id() {
        StringBuilder id = new StringBuilder();
        for (String word : name().toLowerCase(Locale.ROOT).split("_")) {
            id.append(id.isEmpty() ? word.substring(0, 1) : word.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(word.substring(1));
        }
        return id.toString();
    }
}
