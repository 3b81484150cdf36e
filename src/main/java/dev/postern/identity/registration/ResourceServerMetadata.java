package dev.postern.identity.registration;

import dev.postern.data.database.ResourceServer;
import dev.postern.data.database.ResourceServer.TokenFormat;
import dev.postern.identity.rule.Breach;
import dev.postern.identity.rule.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Resource servers as JSON, and what they may be: RFC 8707 section 2. */
public final class ResourceServerMetadata {

    /** Every field. */
    public static final Set<String> FIELDS = new LinkedHashSet<>(
            List.of("identifier", "name", "scopes", "token_format", "token_lifetime", "client_id", "may_introspect"));

    public static final Duration DEFAULT_TOKEN_LIFETIME = Duration.ofMinutes(5);
    public static final Duration LONGEST_TOKEN_LIFETIME = Duration.ofHours(24);

    private static final int LONGEST_IDENTIFIER = 512;

    private static final Map<String, TokenFormat> FORMATS =
            Map.of("jwt", TokenFormat.JWT, "opaque", TokenFormat.OPAQUE);

    /** What {@code token_format} may be. */
    public static final List<String> FORMAT_NAMES =
            FORMATS.keySet().stream().sorted().toList();

    private ResourceServerMetadata() {}

    /** Whether no rule about another field looks at this one: it may introspect its own tokens. */
    public static boolean isAlone(String field) {
        return FIELDS.contains(field) && !field.equals("identifier");
    }

    public static ResourceServer read(StrictFields fields) {
        return new ResourceServer(
                fields.requiredText("identifier"),
                fields.text("name").orElse(""),
                fields.texts("scopes", Set.of()),
                fields.choice("token_format", FORMATS, TokenFormat.JWT),
                fields.duration("token_lifetime", DEFAULT_TOKEN_LIFETIME),
                fields.text("client_id").orElse(""),
                fields.texts("may_introspect", Set.of()));
    }

    /** What {@link #read} reads. */
    public static Map<String, Object> write(ResourceServer server) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("identifier", server.identifier());
        fields.put("name", server.name());
        fields.put("scopes", server.scopes());
        fields.put("token_format", WrittenClient.name(FORMATS, server.tokenFormat()));
        fields.put("token_lifetime", WrittenClient.written(server.tokenLifetime()));
        if (!server.clientId().isEmpty()) {
            fields.put("client_id", server.clientId());
        }
        fields.put("may_introspect", server.mayIntrospect());
        return fields;
    }

    /**
     * Every rule that a resource server breaks.
     *
     * @param client whether there is such a client
     */
    public static List<Violation> check(ResourceServer server, KnownNames known, Predicate<String> client) {
        List<Violation> violations = new ArrayList<>();
        refuseIdentifier(server.identifier()).ifPresent(breach -> violations.add(Violation.of("identifier", breach)));
        TextRules.refuseName(server.name()).ifPresent(breach -> violations.add(Violation.of("name", breach)));
        int index = 0;
        for (String scope : server.scopes()) {
            refuseScope(scope, index++, known, violations);
        }
        if (server.tokenLifetime().compareTo(Duration.ofSeconds(1)) < 0
                || server.tokenLifetime().compareTo(LONGEST_TOKEN_LIFETIME) > 0) {
            violations.add(Violation.of("token_lifetime", Rule.TOKEN_LIFETIME.brokenBy()));
        }
        if (!server.clientId().isEmpty() && !client.test(server.clientId())) {
            violations.add(Violation.of("client_id", Rule.UNKNOWN_CLIENT.brokenBy()));
        }
        index = 0;
        for (String other : server.mayIntrospect()) {
            if (!known.resource().test(other)) {
                violations.add(new Violation("may_introspect", index, Rule.UNKNOWN_RESOURCE_SERVER.brokenBy()));
            }
            index++;
        }
        return violations;
    }

    private static Optional<Breach> refuseIdentifier(String identifier) {
        return identifier.length() > LONGEST_IDENTIFIER
                ? Optional.of(Rule.TOO_LONG.brokenBy(LONGEST_IDENTIFIER))
                : UriRules.refuseAbsolute(identifier);
    }

    private static void refuseScope(String scope, int index, KnownNames known, List<Violation> violations) {
        if (ScopeMetadata.BUILT_IN.contains(scope)) {
            violations.add(new Violation("scopes", index, Rule.SCOPE_OF_ISSUER.brokenBy(scope)));
        } else if (!known.scope().test(scope)) {
            violations.add(new Violation("scopes", index, Rule.UNKNOWN_SCOPE.brokenBy(scope)));
        }
    }
}
