package dev.postern.spec.administration;

import dev.postern.platform.Json;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The OpenAPI document that a server gives, as what its answers and the requests that it takes are held against: status, media type and schema.
 * Stricter than the document is with itself: of an object whose members it describes it must describe all.
 */
final class Contract {

    private static final String JSON = "application/json";
    private static final Map<String, Contract> OF_SERVERS = new ConcurrentHashMap<>();

    private final Map<String, Object> document;
    private final SchemaCheck schemas;

    private Contract(Map<String, Object> document) {
        this.document = document;
        this.schemas = new SchemaCheck(at(document, "components", "schemas"));
    }

    static Contract of(TestServer server) {
        return OF_SERVERS.computeIfAbsent(
                server.issuer(),
                issuer -> new Contract(OAuthClient.send(new OAuthClient(issuer, "", "")
                                .request(AdminApi.ROOT + "/openapi.json")
                                .GET())
                        .json()));
    }

    /** Where an exchange is not as the document says; nothing of paths and methods that it does not know. */
    List<String> breaches(String method, String path, String sent, Answer answer) {
        return operation(method, path.split("\\?", 2)[0])
                .map(operation -> breaches(operation, sent, answer))
                .orElse(List.of());
    }

    private List<String> breaches(Map<String, Object> operation, String sent, Answer answer) {
        Object response = at(operation, "responses").get(Integer.toString(answer.status()));
        if (response == null) {
            return List.of("status " + answer.status());
        }
        List<String> breaches = new ArrayList<>();
        String type = answer.header("Content-Type").split(";", 2)[0];
        content(response, type)
                .ifPresentOrElse(
                        schema -> breaches.addAll(
                                body(type, schema, answer.response().body())),
                        () -> breaches.add("media type " + type));
        if (answer.status() < 300 && sent.startsWith("{") && operation.containsKey("requestBody")) {
            content(operation.get("requestBody"), JSON).ifPresent(schema -> breaches.addAll(body(JSON, schema, sent)));
        }
        return breaches;
    }

    /** The schema for a media type: empty where there is to be no body, nothing if the type is not described. */
    @SuppressWarnings("unchecked")
    private static Optional<Map<String, Object>> content(Object described, String type) {
        Map<String, Object> types =
                (Map<String, Object>) ((Map<String, Object>) described).getOrDefault("content", Map.of());
        if (types.isEmpty() && type.isEmpty()) {
            return Optional.of(Map.of());
        }
        return types.containsKey(type) ? Optional.of(at(types, type, "schema")) : Optional.empty();
    }

    private List<String> body(String type, Map<String, Object> schema, String text) {
        if (schema.isEmpty()) {
            return text.isEmpty() ? List.of() : List.of("a body");
        }
        return type.endsWith("json") ? schemas.breaches("", schema, Json.readObject(text)) : List.of();
    }

    /** Of two paths that fit, the one with fewer parameters is meant. */
    private Optional<Map<String, Object>> operation(String method, String path) {
        return at(document, "paths").keySet().stream()
                .filter(template -> Pattern.matches(template.replaceAll("\\{\\w+}", "[^/]+"), path))
                .min(Comparator.comparingInt(template -> template.split("\\{", -1).length))
                .map(template -> at(document, "paths", template))
                .filter(methods -> methods.containsKey(method.toLowerCase(Locale.ROOT)))
                .map(methods -> at(methods, method.toLowerCase(Locale.ROOT)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Map<String, Object> object, String... members) {
        Map<String, Object> at = object;
        for (String member : members) {
            at = (Map<String, Object>) at.get(member);
        }
        return at;
    }
}
