package dev.postern.identity.registration;

import dev.postern.data.database.Client;
import dev.postern.identity.keys.JwsAlgorithm;
import java.util.Set;

/** What a client may have signed and may sign with: OpenID Connect Registration section 2. */
final class AlgorithmRules {

    /** What this server signs with. */
    static final Set<String> SIGNED_BY_US = Set.copyOf(JwsAlgorithm.names());

    /** What a request object may be signed with; whether {@code none} is taken is another matter. */
    static final Set<String> REQUEST_OBJECTS = Set.of("RS256", "ES256", "PS256", "EdDSA", "none");

    private AlgorithmRules() {}

    static void check(Client client, Violations violations) {
        violations.one(
                "id_token_signed_response_alg", client.identity().idTokenAlgorithm(), Violations.oneOf(SIGNED_BY_US));
        violations.one(
                "userinfo_signed_response_alg", client.identity().userInfoAlgorithm(), Violations.oneOf(SIGNED_BY_US));
        violations.one(
                "request_object_signing_alg", client.requests().objectAlgorithm(), Violations.oneOf(REQUEST_OBJECTS));
    }
}
