package dev.postern.identity.setup;

import dev.postern.data.database.InitialAccessToken;
import dev.postern.identity.registration.StrictFields;
import dev.postern.identity.registration.dynamic.PolicyFields;
import dev.postern.identity.rule.Rule;
import dev.postern.platform.Digests;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Initial access tokens of a set-up file: RFC 7591 section 1.2. Only their hashes are kept. */
final class InitialAccessTokenFields {

    static final Set<String> FIELDS =
            new LinkedHashSet<>(List.of("token", "token_env", "token_file", "name", "expires", "policy"));

    private static final int SHORTEST = 32;

    private InitialAccessTokenFields() {}

    static InitialAccessToken read(StrictFields fields, Secrets secrets) {
        Optional<String> token = secrets.read(fields, "token");
        if (token.isEmpty()) {
            fields.refuseObject(Rule.MISSING, "token");
        } else if (!token.get().matches("[A-Za-z0-9._~+/-]{" + SHORTEST + ",512}=*")) {
            fields.refuse("token", Rule.NOT_A_BEARER_TOKEN, SHORTEST);
        }
        return new InitialAccessToken(
                Digests.sha256(token.orElse("")),
                fields.requiredText("name"),
                expires(fields),
                PolicyFields.read(fields));
    }

    private static Optional<Instant> expires(StrictFields fields) {
        try {
            return fields.text("expires").map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            fields.refuse("expires", Rule.NOT_A_TIME);
            return Optional.empty();
        }
    }
}
