package dev.postern.data.database;

import dev.postern.protocol.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A registered client, immutable: RFC 7591 section 2 names for the metadata, and our policies.
 *
 * @param id client_id; never starts with {@code usr_}, which user subjects do
 * @param name shown to people, may be empty (then the id is shown)
 * @param names localised names by language tag
 * @param applicationType web or native (loopback port variance, RFC 8252 section 7.3)
 * @param authentication exactly one method at the token endpoint
 * @param secretHashes keyed hashes of secrets; up to two valid at a time
 * @param jwks the client's public keys as inline JSON Web Key Set text, empty if none
 * @param redirectUris compared exactly
 * @param origins registered browser origins for CORS
 * @param grantTypes wire names of the grants that it may use
 * @param responseTypes wire names, {@code code} by default
 * @param scope what it may ask for
 * @param defaultResource resource used when none is asked for and no scope belongs to one; empty: the issuer
 * @param resources identifiers it may ask for; empty: any that its scopes belong to
 * @param idTokenAlgorithm id_token_signed_response_alg, RS256 if it registered nothing
 * @param assertionAlgorithm token_endpoint_auth_signing_alg, empty: any that we support
 * @param firstParty true: an administrator chose that no consent is asked
 * @param selfRegistered true: came through dynamic registration
 * @param logoUri shown on login and consent, empty if none
 */
public record Client(
        String id,
        String name,
        Map<String, String> names,
        ApplicationType applicationType,
        ClientAuthenticationMethod authentication,
        List<String> secretHashes,
        String jwks,
        Set<String> redirectUris,
        Set<String> postLogoutRedirectUris,
        Set<String> origins,
        Set<String> grantTypes,
        Set<String> responseTypes,
        Scope scope,
        String defaultResource,
        Set<String> resources,
        String idTokenAlgorithm,
        String assertionAlgorithm,
        PkcePolicy pkce,
        RefreshPolicy refreshTokens,
        RefreshUse refreshUse,
        Duration reuseGrace,
        boolean firstParty,
        boolean selfRegistered,
        String logoUri,
        String clientUri,
        String policyUri,
        String tosUri,
        List<String> contacts) {

    /** RFC 7591 section 2 / OpenID Connect Registration section 2. */
    public enum ApplicationType {
        WEB,
        NATIVE
    }

    /** token_endpoint_auth_method. */
    public enum ClientAuthenticationMethod {
        CLIENT_SECRET_BASIC,
        CLIENT_SECRET_POST,
        PRIVATE_KEY_JWT,
        NONE;

        public String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What protects the code: RFC 9700 section 2.1.1. The latter two are for confidential clients only. */
    public enum PkcePolicy {
        REQUIRED,
        NONCE_INSTEAD,
        OPTIONAL
    }

    /** When a refresh token is issued. */
    public enum RefreshPolicy {
        NEVER,
        WITH_OFFLINE_ACCESS,
        ALWAYS
    }

    /** What happens to a refresh token that is used. KEEP is refused for public clients. */
    public enum RefreshUse {
        ROTATE,
        KEEP
    }

    public Client withSecretHashes(List<String> hashes) {
        return new Client(
                id,
                name,
                names,
                applicationType,
                authentication,
                hashes,
                jwks,
                redirectUris,
                postLogoutRedirectUris,
                origins,
                grantTypes,
                responseTypes,
                scope,
                defaultResource,
                resources,
                idTokenAlgorithm,
                assertionAlgorithm,
                pkce,
                refreshTokens,
                refreshUse,
                reuseGrace,
                firstParty,
                selfRegistered,
                logoUri,
                clientUri,
                policyUri,
                tosUri,
                contacts);
    }

    public boolean isConfidential() {
        return authentication != ClientAuthenticationMethod.NONE;
    }

    public boolean mayUse(String grantType) {
        return grantTypes.contains(grantType);
    }

    /** The name a person is shown, in the given language where there is one. */
    public String displayName(String language) {
        return Optional.ofNullable(names.get(language)).orElse(name.isEmpty() ? id : name);
    }
}
