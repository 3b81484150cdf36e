package dev.postern.identity.registration;

import dev.postern.data.database.Client;
import dev.postern.data.database.Client.ClientAuthenticationMethod;
import dev.postern.data.database.Client.PkcePolicy;
import dev.postern.data.database.Client.RefreshPolicy;
import dev.postern.data.database.Client.RefreshUse;
import dev.postern.data.database.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a registered client may be: RFC 7591 section 2, OAuth 2.1 sections 2 and 4, RFC 9700 section 2, and our policies.
 *
 * <p>One list of small rules; whoever registers a client (set-up file, console, dynamic registration) runs all of them.
 */
public final class ClientRules {

    public static final Set<String> GRANT_TYPES = Set.of("authorization_code", "refresh_token", "client_credentials");
    public static final Set<String> ID_TOKEN_ALGORITHMS = Set.of("RS256", "ES256", "PS256", "EdDSA");
    public static final int SHORTEST_SECRET = 32;
    public static final Duration LONGEST_GRACE = Duration.ofSeconds(60);

    private static final Pattern CLIENT_ID = Pattern.compile("[\\x21-\\x7E]{1,255}");
    private static final Pattern SECRET = Pattern.compile("[\\x20-\\x7E]{" + SHORTEST_SECRET + ",512}");

    private final Client client;
    private final ClientDraft draft;
    private final KnownNames known;
    private final List<Violation> violations = new ArrayList<>();

    private ClientRules(ClientDraft draft, KnownNames known) {
        this.client = draft.client();
        this.draft = draft;
        this.known = known;
    }

    /** Every rule that the draft breaks; none: it may be registered. */
    public static List<Violation> check(ClientDraft draft, KnownNames known) {
        ClientRules rules = new ClientRules(draft, known);
        rules.checkId();
        rules.checkNames();
        rules.checkSecret();
        rules.checkKeys();
        rules.checkUris();
        rules.checkGrants();
        rules.checkPkce();
        rules.checkRefreshTokens();
        rules.checkAlgorithms();
        rules.checkScopeAndResources();
        rules.checkConsent();
        return rules.violations;
    }

    private void checkId() {
        if (!CLIENT_ID.matcher(client.id()).matches()) {
            refuse("client_id", "must be 1 to 255 printable ASCII characters without blanks");
        }
        if (client.id().startsWith(User.SUBJECT_PREFIX)) {
            refuse("client_id", "must not start with " + User.SUBJECT_PREFIX + ": subjects of users do");
        }
    }

    private void checkNames() {
        TextRules.refuseName(client.name()).ifPresent(reason -> refuse("client_name", reason));
        client.names()
                .forEach((tag, name) ->
                        TextRules.refuseName(name).ifPresent(reason -> refuse("client_name#" + tag, reason)));
        each("contacts", client.contacts(), TextRules::refuseName);
    }

    private void checkSecret() {
        boolean needsOne = client.authentication() == ClientAuthenticationMethod.CLIENT_SECRET_BASIC
                || client.authentication() == ClientAuthenticationMethod.CLIENT_SECRET_POST;
        if (needsOne && draft.secret().isEmpty()) {
            refuse("token_endpoint_auth_method", client.authentication().wire() + " needs a client_secret");
        }
        if (!needsOne && draft.secret().isPresent()) {
            refuse(
                    "client_secret",
                    "must be absent with " + client.authentication().wire());
        }
        draft.secret()
                .filter(secret -> !SECRET.matcher(secret.value()).matches())
                .ifPresent(secret ->
                        refuse("client_secret", "must be " + SHORTEST_SECRET + " to 512 printable ASCII characters"));
    }

    private void checkKeys() {
        boolean needsKeys = client.authentication() == ClientAuthenticationMethod.PRIVATE_KEY_JWT;
        if (needsKeys && client.jwks().isEmpty()) {
            refuse("jwks", "private_key_jwt needs the client's public keys");
        }
        if (!client.jwks().isEmpty()) {
            KeySetRules.refuse(client.jwks(), client.assertionAlgorithm()).ifPresent(reason -> refuse("jwks", reason));
        }
    }

    private void checkUris() {
        Function<String, Optional<String>> redirect = uri -> UriRules.refuseRedirect(uri, client.applicationType());
        each("redirect_uris", client.redirectUris(), redirect);
        each("post_logout_redirect_uris", client.postLogoutRedirectUris(), redirect);
        each("origins", client.origins(), UriRules::refuseOrigin);
        page("logo_uri", client.logoUri());
        page("client_uri", client.clientUri());
        page("policy_uri", client.policyUri());
        page("tos_uri", client.tosUri());
    }

    private void page(String field, String uri) {
        if (!uri.isEmpty()) {
            UriRules.refusePage(uri).ifPresent(reason -> refuse(field, reason));
        }
    }

    private void checkGrants() {
        each("grant_types", client.grantTypes(), oneOf(GRANT_TYPES));
        each("response_types", client.responseTypes(), oneOf(Set.of("code")));
        boolean code = client.mayUse("authorization_code");
        if (code && client.redirectUris().isEmpty()) {
            refuse("redirect_uris", "authorization_code needs at least one");
        }
        if (code == client.responseTypes().isEmpty()) {
            refuse("response_types", "code belongs to grant authorization_code: name both or neither");
        }
        if (client.mayUse("refresh_token") && !code) {
            refuse("grant_types", "refresh_token needs authorization_code");
        }
        if (client.mayUse("client_credentials") && !client.isConfidential()) {
            refuse("grant_types", "client_credentials is for confidential clients only");
        }
    }

    private void checkPkce() {
        if (client.pkce() != PkcePolicy.REQUIRED && !client.isConfidential()) {
            refuse("pkce", "must be required for a public client");
        }
    }

    private void checkRefreshTokens() {
        if (client.refreshTokens() != RefreshPolicy.NEVER && !client.mayUse("refresh_token")) {
            refuse("refresh_tokens", "needs refresh_token among the grant_types");
        }
        if (client.refreshUse() == RefreshUse.KEEP && !client.isConfidential()) {
            refuse("refresh_use", "a public client's refresh tokens must rotate");
        }
        if (client.reuseGrace().isNegative() || client.reuseGrace().compareTo(LONGEST_GRACE) > 0) {
            refuse("reuse_grace", "must be between 0s and " + LONGEST_GRACE.toSeconds() + "s");
        }
        if (client.selfRegistered() && !client.reuseGrace().isZero()) {
            refuse("reuse_grace", "must be 0s for a self-registered client");
        }
    }

    private void checkAlgorithms() {
        if (!ID_TOKEN_ALGORITHMS.contains(client.idTokenAlgorithm())) {
            refuse("id_token_signed_response_alg", "must be one of " + TextRules.listed(ID_TOKEN_ALGORITHMS));
        }
        String assertion = client.assertionAlgorithm();
        if (!assertion.isEmpty() && !KeySetRules.ASSERTION_ALGORITHMS.contains(assertion)) {
            refuse(
                    "token_endpoint_auth_signing_alg",
                    "must be one of " + TextRules.listed(KeySetRules.ASSERTION_ALGORITHMS));
        }
        if (!assertion.isEmpty() && client.authentication() != ClientAuthenticationMethod.PRIVATE_KEY_JWT) {
            refuse("token_endpoint_auth_signing_alg", "belongs to private_key_jwt");
        }
    }

    private void checkScopeAndResources() {
        client.scope().values().stream()
                .filter(known.scope().negate())
                .forEach(value -> refuse("scope", "unknown scope " + value));
        each("resources", client.resources(), this::refuseResource);
        if (!client.defaultResource().isEmpty()) {
            refuseResource(client.defaultResource()).ifPresent(reason -> refuse("default_resource", reason));
            if (!client.resources().isEmpty() && !client.resources().contains(client.defaultResource())) {
                refuse("default_resource", "must be one of the client's resources");
            }
        }
    }

    private Optional<String> refuseResource(String identifier) {
        return known.resource().test(identifier) ? Optional.empty() : Optional.of("unknown resource server");
    }

    private void checkConsent() {
        if (client.firstParty() && client.selfRegistered()) {
            refuse("first_party", "is an administrator's choice, never a registration's");
        }
    }

    private static Function<String, Optional<String>> oneOf(Set<String> allowed) {
        return value ->
                allowed.contains(value) ? Optional.empty() : Optional.of("must be one of " + TextRules.listed(allowed));
    }

    private void each(String field, Collection<String> values, Function<String, Optional<String>> rule) {
        int index = 0;
        for (String value : values) {
            int at = index++;
            rule.apply(value).ifPresent(reason -> violations.add(new Violation(field, at, reason)));
        }
    }

    private void refuse(String field, String reason) {
        violations.add(Violation.of(field, reason));
    }
}
