package dev.postern.identity.setup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.data.database.InitialAccessToken;
import dev.postern.data.database.client.AssertionAudience;
import dev.postern.data.database.client.PkcePolicy;
import dev.postern.identity.registration.ClientMetadata;
import dev.postern.identity.registration.ClientRules;
import dev.postern.identity.registration.StrictFields;
import dev.postern.platform.Digests;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Initial access tokens of a set-up file: RFC 7591 section 1.2. Only their hashes are kept. */
final class InitialAccessTokenFields {

    static final Set<String> FIELDS =
            new LinkedHashSet<>(List.of("token", "token_env", "token_file", "name", "expires", "policy"));

    static final Set<String> POLICY_FIELDS = new LinkedHashSet<>(List.of(
            "most_clients",
            "scope",
            "grant_types",
            "response_types",
            "token_endpoint_auth_methods",
            "pkce",
            "assertion_audience"));

    private static final int SHORTEST = 32;

    private InitialAccessTokenFields() {}

    static InitialAccessToken read(StrictFields fields, Secrets secrets) {
        Optional<String> token = secrets.read(fields, "token");
        if (token.isEmpty()) {
            fields.refuseObject("token is missing");
        } else if (!token.get().matches("[A-Za-z0-9._~+/-]{" + SHORTEST + ",512}=*")) {
            fields.refuse(
                    "token", "must be " + SHORTEST + " to 512 characters of a bearer token (RFC 6750 section 2.1)");
        }
        return new InitialAccessToken(
                Digests.sha256(token.orElse("")), fields.requiredText("name"), expires(fields), policy(fields));
    }

    private static Optional<Instant> expires(StrictFields fields) {
        try {
            return fields.text("expires").map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            fields.refuse("expires", "must be a time such as 2027-01-31T12:00:00Z");
            return Optional.empty();
        }
    }

    private static String policy(StrictFields fields) {
        Optional<JsonNode> policy = fields.object("policy");
        policy.ifPresent(object -> {
            object.fieldNames().forEachRemaining(name -> {
                if (!POLICY_FIELDS.contains(name)) {
                    fields.refuse("policy/" + name, "unknown field; known are " + String.join(", ", POLICY_FIELDS));
                }
            });
            StrictFields inside = fields.inside("policy", object);
            inside.count("most_clients");
            ClientMetadata.scope(inside, "scope");
            listOf(inside, "grant_types", ClientRules.GRANT_TYPES);
            listOf(inside, "response_types", ClientRules.RESPONSE_TYPES);
            listOf(inside, "token_endpoint_auth_methods", ClientMetadata.METHODS.keySet());
            inside.choice("pkce", ClientMetadata.PKCE, PkcePolicy.REQUIRED);
            inside.choice("assertion_audience", ClientMetadata.AUDIENCES, AssertionAudience.ISSUER);
        });
        return policy.map(JsonNode::toString).orElse("{}");
    }

    private static void listOf(StrictFields fields, String name, Set<String> known) {
        if (!known.containsAll(fields.texts(name, Set.of()))) {
            fields.refuse(name, "must be a list of " + String.join(", ", new TreeSet<>(known)));
        }
    }
}
