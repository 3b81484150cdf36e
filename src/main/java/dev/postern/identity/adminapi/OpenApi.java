package dev.postern.identity.adminapi;

import dev.postern.identity.http.Reply;
import dev.postern.platform.BuiltInClients;
import dev.postern.platform.Issuer;
import dev.postern.platform.Json;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The OpenAPI 3.1 document of the admin API, written from the table that requests are dispatched by. Anybody may read it. */
@Service
class OpenApi {

    private static final String PROBLEM = "Problem";

    private final byte[] document;

    @Inject
    OpenApi(Issuer issuer, BuiltInClients builtIn) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("openapi", "3.1.0");
        all.put(
                "info",
                Map.of(
                        "title", "Postern admin API",
                        "version", "v1",
                        "description", "Tokens are for the resource " + builtIn.adminIdentifier() + "."));
        all.put("servers", List.of(Map.of("url", builtIn.adminIdentifier())));
        all.put("paths", paths());
        all.put(
                "components",
                Map.of("schemas", Schemas.ALL, "securitySchemes", Map.of("oauth", securityScheme(issuer))));
        document = Json.write(all).getBytes(StandardCharsets.UTF_8);
    }

    Reply reply() {
        return Reply.of(200, "application/json", json());
    }

    byte[] json() {
        return document.clone();
    }

    private static Map<String, Object> paths() {
        Map<String, Object> paths = new TreeMap<>();
        for (Operation operation : Operations.ALL) {
            Shape shape = operation.shape();
            @SuppressWarnings("unchecked")
            Map<String, Object> path = (Map<String, Object>)
                    paths.computeIfAbsent(shape.path(), key -> new LinkedHashMap<String, Object>());
            path.put(shape.method().toLowerCase(java.util.Locale.ROOT), described(operation));
        }
        return paths;
    }

    private static Map<String, Object> described(Operation operation) {
        Shape shape = operation.shape();
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("operationId", operation.id());
        described.put("summary", shape.says());
        described.put("tags", List.of(shape.right().area().name().toLowerCase(java.util.Locale.ROOT)));
        described.put("security", security(shape));
        described.put("parameters", parameters(shape));
        if (!shape.body().isEmpty()) {
            described.put("requestBody", Map.of("content", content(shape.body())));
        }
        described.put("responses", responses(shape));
        return described;
    }

    /** Either scope value is enough. */
    private static List<Map<String, Object>> security(Shape shape) {
        List<Map<String, Object>> either = new ArrayList<>();
        either.add(Map.of("oauth", List.of(shape.right().wide())));
        if (BuiltInClients.ADMIN_SCOPES.contains(shape.right().narrow())) {
            either.add(Map.of("oauth", List.of(shape.right().narrow())));
        }
        return either;
    }

    private static List<Map<String, Object>> parameters(Shape shape) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        shape.parameters().forEach(name -> parameters.add(parameter(name, "path", true)));
        shape.query().forEach(name -> parameters.add(parameter(name, "query", false)));
        if (shape.conditional()) {
            parameters.add(parameter("If-Match", "header", true));
        }
        if (shape.once()) {
            parameters.add(parameter("Idempotency-Key", "header", false));
        }
        return parameters;
    }

    private static Map<String, Object> parameter(String name, String in, boolean required) {
        return Map.of("name", name, "in", in, "required", required, "schema", Schemas.parameter(name));
    }

    private static Map<String, Object> responses(Shape shape) {
        Map<String, Object> responses = new TreeMap<>();
        responses.put(Integer.toString(shape.status()), success(shape));
        statuses(shape)
                .forEach((status, what) -> responses.put(
                        Integer.toString(status),
                        Map.of(
                                "description",
                                what,
                                "content",
                                Map.of("application/problem+json", Map.of("schema", ref(PROBLEM))))));
        return responses;
    }

    private static Map<String, Object> success(Shape shape) {
        Map<String, Object> success = new LinkedHashMap<>();
        success.put("description", shape.says());
        if (!shape.answer().isEmpty()) {
            success.put("content", content(shape.answer()));
        }
        return success;
    }

    private static Map<String, Object> content(String schema) {
        Map<String, Object> content = new LinkedHashMap<>();
        // RFC 9110 section 8.3.1: of a media type without what its parameters say.
        Schemas.mediaTypes(schema).forEach(type -> content.put(type.split(";", 2)[0], Map.of("schema", ref(schema))));
        return content;
    }

    /** Every refusal that the operation may answer. */
    static Map<Integer, String> statuses(Shape shape) {
        Map<Integer, String> statuses = new TreeMap<>();
        statuses.put(400, "The request cannot be read.");
        statuses.put(401, "There is no good token, or the sign-in is too old.");
        statuses.put(403, "Scope or role do not allow it.");
        statuses.put(422, "Values break rules; each violation names field, reason and rule.");
        statuses.put(503, "A store is away for the moment.");
        if (!shape.parameters().isEmpty() || shape.path().endsWith("/lookup")) {
            statuses.put(404, "There is no such object.");
        }
        if (!shape.method().equals("GET")) {
            statuses.put(409, "The name is taken, the object is changed elsewhere, or its state does not allow it.");
        }
        if (!shape.body().isEmpty()) {
            statuses.put(413, "The body is too large.");
            statuses.put(415, "The body is of another type.");
        }
        if (shape.conditional()) {
            statuses.put(412, "Somebody has changed it; the answer has the current version.");
            statuses.put(428, "If-Match is missing.");
        }
        return statuses;
    }

    private static Map<String, Object> ref(String schema) {
        return Map.of("$ref", "#/components/schemas/" + schema);
    }

    private static Map<String, Object> securityScheme(Issuer issuer) {
        Map<String, String> scopes = new LinkedHashMap<>();
        BuiltInClients.ADMIN_SCOPES.forEach(scope -> scopes.put(scope, ""));
        return Map.of(
                "type",
                "oauth2",
                "flows",
                Map.of(
                        "clientCredentials",
                        Map.of("tokenUrl", issuer.endpoint("/token"), "scopes", scopes),
                        "authorizationCode",
                        Map.of(
                                "authorizationUrl", issuer.endpoint("/authorize"),
                                "tokenUrl", issuer.endpoint("/token"),
                                "scopes", scopes)));
    }
}
