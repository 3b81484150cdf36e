package dev.postern.identity.console.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.Client;
import dev.postern.platform.Json;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Metadata of a client in the fields of a form: lists with one value per line, choices of many as one box each ({@code grant_types:code}).
 * What it does not show it does not change.
 */
final class ClientForm {

    static final List<String> TEXTS = List.of(
            "client_name",
            "client_name#es",
            "client_uri",
            "logo_uri",
            "policy_uri",
            "tos_uri",
            "initiate_login_uri",
            "application_type",
            "token_endpoint_auth_method",
            "token_endpoint_auth_signing_alg",
            "assertion_audience",
            "jwks_uri",
            "scope",
            "default_resource",
            "pkce",
            "request_object_signing_alg",
            "subject_type",
            "sector_identifier_uri",
            "id_token_signed_response_alg",
            "userinfo_signed_response_alg",
            "refresh_tokens",
            "refresh_use",
            "reuse_grace",
            "backchannel_logout_uri",
            "frontchannel_logout_uri");

    static final List<String> LINES = List.of(
            "redirect_uris",
            "post_logout_redirect_uris",
            "origins",
            "resources",
            "request_uris",
            "default_acr_values",
            "contacts");

    static final List<String> FLAGS = List.of(
            "first_party",
            "require_auth_time",
            "backchannel_logout_session_required",
            "frontchannel_logout_session_required");

    /** Each with the values that have a box. */
    static final Map<String, List<String>> BOXES = Map.of(
            "grant_types",
                    List.of(
                            "authorization_code",
                            "refresh_token",
                            "client_credentials",
                            Client.DEVICE_CODE,
                            "implicit"),
            "response_types", List.of("code", "id_token", "id_token token"));

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String MAX_AGE = "default_max_age";
    private static final String KEYS = "jwks";

    private final Map<String, Object> values = new HashMap<>();

    /** What the fields are bound to. */
    Map<String, Object> values() {
        return values;
    }

    String text(String field) {
        Object value = values.get(field);
        return value == null ? "" : value.toString().strip();
    }

    /** @param written metadata as JSON */
    void show(Map<String, Object> written) {
        TEXTS.forEach(field -> values.put(field, String.valueOf(written.getOrDefault(field, ""))));
        LINES.forEach(field -> values.put(field, String.join("\n", texts(written.get(field)))));
        FLAGS.forEach(field -> values.put(field, Boolean.TRUE.equals(written.get(field))));
        BOXES.forEach((field, boxes) -> boxes.forEach(
                box -> values.put(field + ":" + box, texts(written.get(field)).contains(box))));
        values.put(MAX_AGE, String.valueOf(written.getOrDefault(MAX_AGE, "")));
        Object keys = written.get(KEYS);
        values.put(KEYS, keys == null ? "" : Json.indented(Json.write(keys)));
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof Collection<?> many
                ? many.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Adds these fields to metadata of a client that is to be made; what is empty is left as it is there. */
    void addTo(ObjectNode metadata, List<String> fields) {
        for (String field : fields) {
            if (field.equals(KEYS)) {
                JsonNode keys = keys();
                if (!keys.isNull()) {
                    metadata.set(KEYS, keys);
                }
            } else if (LINES.contains(field)) {
                metadata.set(field, list(lines(field)));
            } else if (!text(field).isEmpty()) {
                metadata.put(field, text(field));
            }
        }
    }

    /** The fields that are in the form, as a merge patch (RFC 7396): what is empty is removed. */
    ObjectNode patch() {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        TEXTS.forEach(field -> put(patch, field, text(field)));
        LINES.forEach(field ->
                patch.set(field, lines(field).isEmpty() ? JsonNodeFactory.instance.nullNode() : list(lines(field))));
        FLAGS.forEach(field -> flag(patch, field));
        BOXES.forEach((field, boxes) -> patch.set(field, list(ticked(field, boxes))));
        put(patch, MAX_AGE, text(MAX_AGE));
        if (text(MAX_AGE).matches("\\d{1,9}")) {
            patch.put(MAX_AGE, Integer.parseInt(text(MAX_AGE)));
        }
        patch.set(KEYS, keys());
        return patch;
    }

    private static void put(ObjectNode patch, String field, String text) {
        if (text.isEmpty()) {
            patch.putNull(field);
        } else {
            patch.put(field, text);
        }
    }

    private static ArrayNode list(List<String> values) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        values.forEach(list::add);
        return list;
    }

    private List<String> ticked(String field, List<String> boxes) {
        return boxes.stream()
                .filter(box -> Boolean.TRUE.equals(values.get(field + ":" + box)))
                .toList();
    }

    /** Those that belong to an address are absent where it is. */
    private void flag(ObjectNode patch, String field) {
        boolean ticked = Boolean.TRUE.equals(values.get(field));
        if (ticked || !field.endsWith("_required")) {
            patch.put(field, ticked);
        } else {
            patch.putNull(field);
        }
    }

    private List<String> lines(String field) {
        return text(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** What is no JSON stays text, which the rules refuse. */
    private JsonNode keys() {
        String text = text(KEYS);
        if (text.isEmpty()) {
            return JsonNodeFactory.instance.nullNode();
        }
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }
}
