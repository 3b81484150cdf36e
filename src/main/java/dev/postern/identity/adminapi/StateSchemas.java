package dev.postern.identity.adminapi;

import static dev.postern.identity.adminapi.Schemas.list;
import static dev.postern.identity.adminapi.Schemas.number;
import static dev.postern.identity.adminapi.Schemas.oneOf;
import static dev.postern.identity.adminapi.Schemas.open;
import static dev.postern.identity.adminapi.Schemas.strict;
import static dev.postern.identity.adminapi.Schemas.text;
import static dev.postern.identity.adminapi.Schemas.texts;

import dev.postern.data.database.SigningKeyRow;
import dev.postern.identity.administration.grant.FoundToken;
import dev.postern.identity.administration.grant.GrantState;
import dev.postern.identity.administration.overview.Condition;
import dev.postern.identity.setup.Difference;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The JSON schemas of what the server is at the moment: keys, grants, settings, the overview, and what a file would change of it. */
final class StateSchemas {

    private static final Map<String, Object> FLAG = Map.of("type", "boolean");
    private static final Map<String, Object> OBJECT = Map.of("type", "object");

    private StateSchemas() {}

    static void addTo(Map<String, Object> all) {
        keys(all);
        all.put("Grant", grant());
        all.put("SettingList", open(Map.of("items", list(ofTexts("key", "environment", "value", "source")))));
        all.put("Overview", overview());
        Map<String, Object> difference = Map.of(
                "kind", text(),
                "id", text(),
                "action", oneOf(Stream.of(Difference.Action.values()).map(Difference.Action::wire)),
                "before", OBJECT,
                "after", OBJECT);
        all.put("Plan", open(Map.of("owner", text(), "differences", list(open(difference)))));
    }

    private static void keys(Map<String, Object> all) {
        all.put("KeyRotation", strict(Map.of("algorithms", texts())));
        all.put("KeyChanges", open(Map.of("changes", list(ofTexts("kid", "algorithm", "change")))));
        all.put(
                "KeySchedule",
                open(Map.of("provider", text(), "algorithms", list(ofTexts("algorithm", "active", "next", "at")))));
        Map<String, Object> key = members("kid", "algorithm", "created_at", "activated_at", "retired_at", "removed_at");
        key.put("state", oneOf(names(SigningKeyRow.State.values())));
        key.put("public_jwk", OBJECT);
        all.put("KeyList", open(Map.of("items", list(open(key)))));
    }

    private static Map<String, Object> grant() {
        Map<String, Object> grant = members(
                "id",
                "subject",
                "client_id",
                "session_id",
                "scope",
                "created_at",
                "expires_at",
                "revoked_at",
                "revoke_reason");
        grant.put("resource", texts());
        grant.put("offline", FLAG);
        grant.put("state", oneOf(Stream.of(GrantState.values()).map(GrantState::wire)));
        Map<String, Object> family = members(
                "family",
                "created_at",
                "last_rotated_at",
                "idle_expires_at",
                "expires_at",
                "revoked_at",
                "revoke_reason");
        family.put("spent", number());
        family.put("usable", number());
        grant.put("refresh_token", open(family));
        grant.put(
                "token",
                open(Map.of(
                        "kind",
                        oneOf(Stream.of(FoundToken.Kind.values()).map(FoundToken.Kind::wire)),
                        "counts",
                        FLAG,
                        "generation",
                        number())));
        return open(grant);
    }

    private static Map<String, Object> overview() {
        Map<String, Object> condition = oneOf(names(Condition.values()));
        Map<String, Object> box = members("box", "title");
        box.put("condition", condition);
        Map<String, Object> figure = members("name", "box", "unit");
        figure.put("value", number());
        figure.put("condition", condition);
        Map<String, Object> either = new LinkedHashMap<>(figure);
        either.putAll(box);
        return open(Map.of(
                "at", text(),
                "signature_provider", text(),
                "attention", list(open(either)),
                "boxes", list(open(box)),
                "figures", list(open(figure))));
    }

    /** An object whose members are texts. */
    private static Map<String, Object> ofTexts(String... names) {
        return open(members(names));
    }

    private static Map<String, Object> members(String... names) {
        Map<String, Object> members = new LinkedHashMap<>();
        Stream.of(names).forEach(name -> members.put(name, text()));
        return members;
    }

    private static Stream<String> names(Enum<?>[] values) {
        return Stream.of(values).map(value -> value.name().toLowerCase(Locale.ROOT));
    }
}
