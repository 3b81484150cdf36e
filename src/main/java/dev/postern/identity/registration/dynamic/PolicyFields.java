package dev.postern.identity.registration.dynamic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.data.database.client.AssertionAudience;
import dev.postern.data.database.client.PkcePolicy;
import dev.postern.identity.registration.ClientMetadata;
import dev.postern.identity.registration.ClientRules;
import dev.postern.identity.registration.StrictFields;
import dev.postern.identity.rule.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The policy of an initial access token, as whoever makes one writes it: what it does not name is as for everybody. */
public final class PolicyFields {

    public static final Set<String> KNOWN = new LinkedHashSet<>(List.of(
            "most_clients",
            "scope",
            "grant_types",
            "response_types",
            "token_endpoint_auth_methods",
            "pkce",
            "assertion_audience"));

    private PolicyFields() {}

    /** Checks the field {@code policy}. @return it as JSON text, that of an empty object if there is none */
    public static String read(StrictFields fields) {
        Optional<JsonNode> policy = fields.object("policy");
        policy.ifPresent(object -> {
            object.fieldNames().forEachRemaining(name -> {
                if (!KNOWN.contains(name)) {
                    fields.refuse("policy/" + name, Rule.UNKNOWN_FIELD, String.join(", ", KNOWN));
                }
            });
            check(fields.inside("policy", object));
        });
        return policy.map(JsonNode::toString).orElse("{}");
    }

    private static void check(StrictFields policy) {
        policy.count("most_clients");
        ClientMetadata.scope(policy, "scope");
        listOf(policy, "grant_types", ClientRules.GRANT_TYPES);
        listOf(policy, "response_types", ClientRules.RESPONSE_TYPES);
        listOf(policy, "token_endpoint_auth_methods", ClientMetadata.METHODS.keySet());
        policy.choice("pkce", ClientMetadata.PKCE, PkcePolicy.REQUIRED);
        policy.choice("assertion_audience", ClientMetadata.AUDIENCES, AssertionAudience.ISSUER);
    }

    private static void listOf(StrictFields fields, String name, Set<String> known) {
        if (!known.containsAll(fields.texts(name, Set.of()))) {
            fields.refuse(name, Rule.NOT_A_LIST_OF, String.join(", ", new TreeSet<>(known)));
        }
    }
}
