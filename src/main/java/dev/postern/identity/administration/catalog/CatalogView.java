package dev.postern.identity.administration.catalog;

import dev.postern.data.database.Registered;
import java.util.LinkedHashMap;
import java.util.Map;

/** A scope or resource server as administrators see it: its fields, and under {@code meta} what the register says of it. */
public final class CatalogView {

    private CatalogView() {}

    public static Map<String, Object> of(Registered<?> registered, Map<String, Object> fields) {
        Map<String, Object> view = new LinkedHashMap<>(fields);
        view.put(
                "meta",
                Map.of(
                        "owner", registered.owner(),
                        "revision", registered.revision(),
                        "updated_at", registered.updatedAt().toString()));
        return view;
    }
}
