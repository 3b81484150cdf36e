package dev.postern.identity.registration.dynamic;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.postern.data.database.InitialAccessToken;
import dev.postern.data.database.client.AssertionAudience;
import dev.postern.data.database.client.PkcePolicy;
import dev.postern.identity.registration.ClientMetadata;
import dev.postern.platform.Json;
import dev.postern.platform.Settings;
import dev.postern.protocol.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a client that registers itself may have.
 *
 * @param owner whom its registration belongs to: {@code registration}, or that and the hash of the initial access token
 * @param mostClients that the owner may have
 */
record RegistrationPolicy(
        String owner,
        int mostClients,
        Scope scope,
        Set<String> grantTypes,
        Set<String> responseTypes,
        Set<String> methods,
        PkcePolicy pkce,
        AssertionAudience audience) {

    static final String OWNER = InitialAccessToken.REGISTRATION;

    private static final int UNBOUNDED = Integer.MAX_VALUE;

    boolean isBounded() {
        return mostClients < UNBOUNDED;
    }

    /** What everybody may. */
    static RegistrationPolicy ofSettings(Settings settings) {
        return new RegistrationPolicy(
                OWNER,
                UNBOUNDED,
                Scope.of(settings.get(RegistrationSettings.SCOPE).toArray(String[]::new)),
                Set.copyOf(settings.get(RegistrationSettings.GRANT_TYPES)),
                Set.copyOf(settings.get(RegistrationSettings.RESPONSE_TYPES)),
                Set.copyOf(settings.get(RegistrationSettings.AUTH_METHODS)),
                settings.get(RegistrationSettings.PKCE),
                settings.get(RegistrationSettings.ASSERTION_AUDIENCE));
    }

    /** The policy of an initial access token as the set-up file has it: what it does not name is as for everybody. */
    private record Document(
            @JsonProperty("most_clients") Optional<Integer> mostClients,
            @JsonProperty("scope") Optional<String> scope,
            @JsonProperty("grant_types") Optional<List<String>> grantTypes,
            @JsonProperty("response_types") Optional<List<String>> responseTypes,
            @JsonProperty("token_endpoint_auth_methods") Optional<List<String>> methods,
            @JsonProperty("pkce") Optional<String> pkce,
            @JsonProperty("assertion_audience") Optional<String> audience) {}

    /** The same where an initial access token says otherwise. */
    RegistrationPolicy by(String tokenHash, String policy) {
        Document said = Json.read(policy, Document.class);
        return new RegistrationPolicy(
                OWNER + ":" + tokenHash,
                said.mostClients().orElse(UNBOUNDED),
                said.scope().map(Scope::ofWire).orElse(scope),
                said.grantTypes().map(Set::copyOf).orElse(grantTypes),
                said.responseTypes().map(Set::copyOf).orElse(responseTypes),
                said.methods().map(Set::copyOf).orElse(methods),
                said.pkce().map(ClientMetadata::pkce).orElse(pkce),
                said.audience().map(ClientMetadata::audience).orElse(audience));
    }
}
