package dev.postern.identity.adminapi;

import dev.postern.data.database.client.ClientKind;
import dev.postern.identity.administration.download.FileFormat;
import dev.postern.identity.registration.ClientFields;
import dev.postern.identity.registration.ResourceServerMetadata;
import dev.postern.identity.registration.dynamic.PolicyFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The JSON schemas of what the admin API takes and gives. */
final class Schemas {

    private static final Set<String> LISTS = Set.of(
            "redirect_uris",
            "post_logout_redirect_uris",
            "origins",
            "grant_types",
            "response_types",
            "resources",
            "request_uris",
            "default_acr_values",
            "contacts");
    private static final Set<String> FLAGS = Set.of(
            "first_party",
            "enabled",
            "require_auth_time",
            "backchannel_logout_session_required",
            "frontchannel_logout_session_required");

    static final Map<String, Object> ALL = all();

    private Schemas() {}

    private static Map<String, Object> all() {
        Map<String, Object> all = new TreeMap<>();
        Map<String, Object> client = client();
        all.put("Client", strict(client));
        all.put("RegisteredClient", open(with(client, "meta", meta())));
        all.put("CreatedClient", open(with(with(client, "meta", meta()), "client_secret", text())));
        all.put("ClientList", listOf("RegisteredClient"));
        trials(all);
        registrationTokens(all);
        all.put("SecretRotation", strict(Map.of("previous_expires_in", text())));
        all.put("ClientSecret", open(Map.of("client_secret", text(), "previous_secret_until", text())));
        people(all);
        catalog(all);
        tokens(all);
        RecordSchemas.addTo(all);
        StateSchemas.addTo(all);
        all.put("ConfigurationFile", text());
        all.put("Problem", problem());
        return all;
    }

    private static void trials(Map<String, Object> all) {
        Map<String, Object> usage = new LinkedHashMap<>();
        List.of("live_grants", "people", "refresh_tokens").forEach(name -> usage.put(name, Map.of("type", "integer")));
        usage.put("resource_servers", texts());
        usage.put("owner", text());
        all.put("ClientUsage", open(usage));
        Map<String, Object> redirect = new LinkedHashMap<>();
        redirect.put("accepted", Map.of("type", "boolean"));
        List.of("outcome", "reason", "rule", "nearest").forEach(name -> redirect.put(name, text()));
        redirect.put("differs_in", texts());
        all.put("RedirectUriTrial", open(redirect));
        all.put("JwksUri", strict(Map.of("jwks_uri", text())));
        Map<String, Object> key = new LinkedHashMap<>();
        List.of("kid", "kty", "alg", "use").forEach(name -> key.put(name, text()));
        key.put("serves", texts());
        key.put("private", Map.of("type", "boolean"));
        all.put(
                "KeySetTrial",
                open(Map.of(
                        "serves", Map.of("type", "boolean"),
                        "failure", text(),
                        "reason", text(),
                        "keys", Map.of("type", "array", "items", open(key)))));
    }

    private static void registrationTokens(Map<String, Object> all) {
        Map<String, Object> policy = new LinkedHashMap<>();
        PolicyFields.KNOWN.forEach(field -> policy.put(field, field.endsWith("s") ? texts() : text()));
        policy.put("most_clients", Map.of("type", "integer", "minimum", 1));
        Map<String, Object> token = Map.of("name", text(), "expires", text(), "policy", strict(policy));
        all.put("InitialAccessToken", strict(token));
        Map<String, Object> registered = with(with(token, "id", text()), "clients", Map.of("type", "integer"));
        all.put("RegisteredInitialAccessToken", open(with(registered, "meta", meta())));
        all.put("CreatedInitialAccessToken", open(with(with(registered, "meta", meta()), "token", text())));
        all.put("InitialAccessTokenList", listOf("RegisteredInitialAccessToken"));
    }

    private static void people(Map<String, Object> all) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("username", text());
        user.put("claims", Map.of("type", "object"));
        user.put("roles", Map.of("type", "array", "items", Map.of("enum", List.of("administrator", "auditor"))));
        user.put("groups", texts());
        user.put("enabled", Map.of("type", "boolean", "default", true));
        all.put("User", strict(with(user, "password", Map.of("type", "string", "writeOnly", true))));
        all.put("RegisteredUser", open(with(with(user, "subject", text()), "meta", meta())));
        all.put("UserList", listOf("RegisteredUser"));
        all.put("NewPassword", open(Map.of("password", text())));
        all.put("Ended", open(Map.of("ended", Map.of("type", "integer"))));
    }

    private static void catalog(Map<String, Object> all) {
        Map<String, Object> scope = Map.of("name", text(), "description", text(), "claims", texts());
        all.put("Scope", strict(scope));
        all.put("RegisteredScope", open(with(scope, "meta", meta())));
        all.put("CatalogUsage", open(Map.of("clients", texts(), "resource_servers", texts())));
        all.put("ScopeList", listOf("RegisteredScope"));
        Map<String, Object> server = new LinkedHashMap<>();
        ResourceServerMetadata.FIELDS.forEach(field -> server.put(field, text()));
        server.put("scopes", texts());
        server.put("may_introspect", texts());
        all.put("ResourceServer", strict(server));
        all.put("RegisteredResourceServer", open(with(server, "meta", meta())));
        all.put("ResourceServerList", listOf("RegisteredResourceServer"));
    }

    private static void tokens(Map<String, Object> all) {
        all.put("Token", strict(Map.of("token", text())));
        all.put("GrantList", listOf("Grant"));
        all.put("Revoked", open(Map.of("revoked", Map.of("type", "integer"))));
    }

    /** In which forms something is sent and answered, the usual one first. */
    static List<String> mediaTypes(String schema) {
        return switch (schema) {
            case "AuditExport", "SignInExport" ->
                Stream.of(FileFormat.values()).map(FileFormat::mediaType).toList();
            case "ConfigurationFile" -> List.of("application/yaml");
            case "Plan" -> List.of("application/json", "text/plain");
            default -> List.of("application/json");
        };
    }

    static Map<String, Object> parameter(String name) {
        return switch (name) {
            case "limit" -> Map.of("type", "integer", "minimum", 1, "maximum", 500, "default", 50);
            case "kind" ->
                Map.of(
                        "enum",
                        Stream.of(ClientKind.values()).map(ClientKind::wire).toList());
            case "enabled", "prune" -> Map.of("type", "boolean");
            case "by" -> Map.of("enum", List.of("hour", "client", "method", "outcome"), "default", "hour");
            case "format" -> Map.of("enum", List.of("csv", "jsonl"), "default", "csv");
            case "from", "until" -> Map.of("type", "string", "format", "date-time");
            default -> text();
        };
    }

    /** The metadata of clients, by the names that registration reads. */
    private static Map<String, Object> client() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String field : ClientFields.and()) {
            if (!field.endsWith("#")) {
                properties.put(field, ofField(field));
            }
        }
        return properties;
    }

    private static Map<String, Object> ofField(String field) {
        if (LISTS.contains(field)) {
            return texts();
        }
        if (FLAGS.contains(field)) {
            return Map.of("type", "boolean");
        }
        return switch (field) {
            case "jwks" -> Map.of("type", "object");
            case "default_max_age" -> Map.of("type", "integer", "minimum", 0);
            default -> text();
        };
    }

    private static Map<String, Object> meta() {
        return Map.of("type", "object", "readOnly", true, "description", "What the register says of it.");
    }

    private static Map<String, Object> problem() {
        Map<String, Object> violation = Map.of("field", text(), "reason", text(), "rule", text());
        Map<String, Object> properties = new LinkedHashMap<>();
        List.of("type", "title", "detail", "request_id").forEach(name -> properties.put(name, text()));
        properties.put("status", Map.of("type", "integer"));
        properties.put("violations", Map.of("type", "array", "items", open(violation)));
        properties.put("current", Map.of("type", "object", "description", "What is there now, after a conflict."));
        return open(properties);
    }

    static Map<String, Object> text() {
        return Map.of("type", "string");
    }

    static Map<String, Object> texts() {
        return Map.of("type", "array", "items", text(), "uniqueItems", true);
    }

    static Map<String, Object> oneOf(Stream<String> names) {
        return Map.of("enum", names.toList());
    }

    static Map<String, Object> number() {
        return Map.of("type", "integer");
    }

    static Map<String, Object> list(Map<String, Object> items) {
        return Map.of("type", "array", "items", items);
    }

    private static Map<String, Object> listOf(String schema) {
        Map<String, Object> items = list(Map.of("$ref", "#/components/schemas/" + schema));
        return open(Map.of("items", items, "next", text()));
    }

    /** Unknown members are refused; translations have a language tag after {@code #}. */
    static Map<String, Object> strict(Map<String, Object> properties) {
        return Map.of(
                "type",
                "object",
                "properties",
                properties,
                "patternProperties",
                Map.of("^[a-z_]+#.+$", text()),
                "additionalProperties",
                false);
    }

    static Map<String, Object> open(Map<String, Object> properties) {
        return Map.of("type", "object", "properties", properties);
    }

    private static Map<String, Object> with(Map<String, Object> properties, String name, Map<String, Object> schema) {
        Map<String, Object> more = new LinkedHashMap<>(properties);
        more.put(name, schema);
        return more;
    }
}
