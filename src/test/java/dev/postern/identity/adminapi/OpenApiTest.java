package dev.postern.identity.adminapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.identity.registration.ClientFields;
import dev.postern.identity.registration.WrittenClient;
import dev.postern.platform.BuiltInClients;
import dev.postern.platform.Issuer;
import dev.postern.platform.Json;
import dev.postern.platform.MasterKeys;
import dev.postern.platform.Settings;
import dev.postern.testing.fakes.TestClients;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The OpenAPI document says what the code does: method, path, scope, parameters and statuses of every operation. */
class OpenApiTest {

    private static final Settings SETTINGS = Settings.of(Map.of("postern.issuer", "https://id.example"));
    private static final Issuer ISSUER = new Issuer(SETTINGS);
    private static final String TEXT = text();
    private static final Map<String, Object> DOCUMENT = Json.readObject(TEXT);

    private static String text() {
        BuiltInClients builtIn = new BuiltInClients(SETTINGS, ISSUER, new MasterKeys(Map.of(1, new byte[32])));
        return new String(new OpenApi(ISSUER, builtIn).json(), StandardCharsets.UTF_8);
    }

    static Stream<Operation> operations() {
        return Operations.ALL.stream();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Object object, String... members) {
        Object at = object;
        for (String member : members) {
            at = ((Map<String, Object>) at).get(member);
            assertThat(at).as(String.join(" ", members)).isNotNull();
        }
        return (Map<String, Object>) at;
    }

    private static Map<String, Object> described(Operation operation) {
        String method = operation.shape().method().toLowerCase(Locale.ROOT);
        return at(DOCUMENT, "paths", operation.shape().path(), method);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_is_described_as_it_is(Operation operation) {
        Shape shape = operation.shape();
        Map<String, Object> described = described(operation);

        assertThat(described).containsEntry("operationId", operation.id()).containsEntry("summary", shape.says());
        assertThat(described.get("security"))
                .asString()
                .contains("[" + shape.right().wide() + "]");
        Set<String> statuses = at(described, "responses").keySet();
        assertThat(statuses).contains(Integer.toString(shape.status()), "401", "403");
        assertThat(statuses.contains("412")).isEqualTo(shape.conditional());
        assertThat(described.containsKey("requestBody")).isEqualTo(!shape.body().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void its_parameters_are_named(Operation operation) {
        Shape shape = operation.shape();
        Set<String> names = ((List<?>) described(operation).get("parameters"))
                .stream()
                        .map(parameter -> String.valueOf(at(parameter).get("name")))
                        .collect(Collectors.toSet());

        Set<String> expected = new HashSet<>(shape.query());
        expected.addAll(shape.parameters());
        if (shape.conditional()) {
            expected.add("If-Match");
        }
        if (shape.once()) {
            expected.add("Idempotency-Key");
        }
        assertThat(names).isEqualTo(expected);
    }

    @Test
    void there_is_nothing_in_it_that_is_not_in_the_code() {
        long described = at(DOCUMENT, "paths").values().stream()
                .mapToLong(path -> at(path).size())
                .sum();

        assertThat(described).isEqualTo(Operations.ALL.size());
        assertThat(Operations.ALL).extracting(Operation::id).doesNotHaveDuplicates();
    }

    @Test
    void every_schema_that_is_named_is_there() {
        Set<String> schemas = at(DOCUMENT, "components", "schemas").keySet();
        Set<String> named = Pattern.compile("#/components/schemas/(\\w+)")
                .matcher(TEXT)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());

        assertThat(schemas).isEqualTo(named);
    }

    @Test
    void a_client_has_the_fields_that_registration_reads_and_administration_writes() {
        Set<String> properties =
                at(DOCUMENT, "components", "schemas", "Client", "properties").keySet();

        assertThat(properties)
                .isEqualTo(ClientFields.and().stream()
                        .filter(field -> !field.endsWith("#"))
                        .collect(Collectors.toSet()))
                .containsAll(WrittenClient.of(TestClients.web().build()).keySet());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void creations_happen_once_by_their_key_and_updates_need_the_version(Operation operation) {
        Shape shape = operation.shape();

        assertThat(shape.once()).isEqualTo(shape.status() == 201);
        if (Set.of("PUT", "PATCH").contains(shape.method())) {
            assertThat(shape.conditional()).isTrue();
        }
    }

    @Test
    void rights_have_scopes_that_exist() {
        assertThat(Operations.ALL)
                .allSatisfy(operation -> assertThat(BuiltInClients.ADMIN_SCOPES)
                        .contains(operation.shape().right().wide()));
    }
}
