package dev.postern.identity.registration;

import dev.postern.data.database.Client;
import dev.postern.data.database.User;
import dev.postern.data.database.client.Access;
import dev.postern.data.database.client.PkcePolicy;
import dev.postern.data.database.client.Refresh;
import dev.postern.data.database.client.RefreshPolicy;
import dev.postern.data.database.client.RefreshUse;
import dev.postern.identity.rule.Breach;
import dev.postern.identity.rule.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a registered client may be: RFC 7591 section 2, OAuth 2.1 sections 2 and 4, RFC 9700 section 2, and our policies.
 *
 * <p>One list of small rules; whoever registers a client (set-up file, console, dynamic registration) runs all of them.
 */
public final class ClientRules {

    public static final Duration LONGEST_GRACE = Duration.ofSeconds(60);

    /** Which grant type a response type belongs to: RFC 7591 section 2.1. */
    static final Map<String, String> GRANT_OF_RESPONSE =
            Map.of("code", "authorization_code", "id_token", "implicit", "id_token token", "implicit");

    public static final Set<String> RESPONSE_TYPES = GRANT_OF_RESPONSE.keySet();

    public static final Set<String> GRANT_TYPES =
            Set.of("authorization_code", "refresh_token", "client_credentials", Client.DEVICE_CODE, "implicit");

    /** Fields that no rule about another field looks at. */
    public static final Set<String> ALONE = Set.of(
            "client_name",
            "client_uri",
            "contacts",
            "default_acr_values",
            "default_max_age",
            "enabled",
            "first_party",
            "initiate_login_uri",
            "logo_uri",
            "pkce",
            "policy_uri",
            "request_uris",
            "require_auth_time",
            "reuse_grace",
            "scope",
            "software_id",
            "software_version",
            "tos_uri");

    private static final Pattern CLIENT_ID = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final Client client;
    private final KnownNames known;
    private final Violations violations = new Violations();

    private ClientRules(Client client, KnownNames known) {
        this.client = client;
        this.known = known;
    }

    /** Every rule that the draft breaks; none: it may be registered. */
    public static List<Violation> check(ClientDraft draft, KnownNames known) {
        ClientRules rules = new ClientRules(draft.client(), known);
        rules.checkId();
        PresentationRules.check(draft.client().presentation(), rules.violations);
        AuthenticationRules.check(draft, rules.violations);
        UriFieldRules.check(draft.client(), rules.violations);
        rules.checkGrants();
        rules.checkPkce();
        rules.checkRefreshTokens();
        AlgorithmRules.check(draft.client(), rules.violations);
        SubjectRules.check(draft.client(), rules.violations);
        rules.checkScopeAndResources();
        rules.checkConsent();
        return rules.violations.list();
    }

    /** Whether what is broken is that a client needs a secret and none is given. */
    public static boolean isMissingSecret(Violation violation) {
        return AuthenticationRules.isMissingSecret(violation);
    }

    private void checkId() {
        if (!CLIENT_ID.matcher(client.id()).matches()) {
            refuse("client_id", Rule.CLIENT_ID_FORM);
        }
        if (client.id().startsWith(User.SUBJECT_PREFIX)) {
            refuse("client_id", Rule.CLIENT_ID_OF_USERS, User.SUBJECT_PREFIX);
        }
    }

    private void checkGrants() {
        Access access = client.access();
        violations.each("grant_types", access.grantTypes(), Violations.oneOf(GRANT_TYPES));
        violations.each("response_types", access.responseTypes(), Violations.oneOf(GRANT_OF_RESPONSE.keySet()));
        checkResponseTypesOf("authorization_code");
        checkResponseTypesOf("implicit");
        boolean people = client.mayUse("authorization_code") || client.mayUse(Client.DEVICE_CODE);
        if (client.mayUse("refresh_token") && !people) {
            refuse("grant_types", Rule.REFRESH_NEEDS_CODE);
        }
        if (client.mayUse("client_credentials") && !client.isConfidential()) {
            refuse("grant_types", Rule.CREDENTIALS_OF_PUBLIC_CLIENT);
        }
    }

    private void checkResponseTypesOf(String grantType) {
        if (client.mayUse(grantType) && client.redirection().redirectUris().isEmpty()) {
            refuse("redirect_uris", Rule.GRANT_NEEDS_REDIRECT, grantType);
        }
        List<String> itsTypes = GRANT_OF_RESPONSE.keySet().stream()
                .filter(type -> grantType.equals(GRANT_OF_RESPONSE.get(type)))
                .sorted()
                .toList();
        boolean asked = client.access().responseTypes().stream().anyMatch(itsTypes::contains);
        if (client.mayUse(grantType) != asked) {
            refuse("response_types", Rule.RESPONSE_TYPES_OF_GRANT, String.join(", ", itsTypes), grantType);
        }
    }

    private void checkPkce() {
        if (client.requests().pkce() != PkcePolicy.REQUIRED && !client.isConfidential()) {
            refuse("pkce", Rule.PKCE_OF_PUBLIC_CLIENT);
        }
    }

    private void checkRefreshTokens() {
        Refresh refresh = client.refresh();
        if (refresh.policy() != RefreshPolicy.NEVER && !client.mayUse("refresh_token")) {
            refuse("refresh_tokens", Rule.REFRESH_NEEDS_GRANT);
        }
        if (refresh.use() == RefreshUse.KEEP && !client.isConfidential()) {
            refuse("refresh_use", Rule.REFRESH_OF_PUBLIC_CLIENT);
        }
        if (refresh.reuseGrace().isNegative() || refresh.reuseGrace().compareTo(LONGEST_GRACE) > 0) {
            refuse("reuse_grace", Rule.GRACE_TOO_LONG, LONGEST_GRACE.toSeconds());
        }
        if (client.registration().selfMade() && !refresh.reuseGrace().isZero()) {
            refuse("reuse_grace", Rule.GRACE_OF_SELF_MADE);
        }
    }

    private void checkScopeAndResources() {
        Access access = client.access();
        access.scope().values().stream()
                .filter(known.scope().negate())
                .forEach(value -> refuse("scope", Rule.UNKNOWN_SCOPE, value));
        violations.each("resources", access.resources(), this::refuseResource);
        violations.one("default_resource", access.defaultResource(), this::refuseResource);
        if (!access.defaultResource().isEmpty()
                && !access.resources().isEmpty()
                && !access.resources().contains(access.defaultResource())) {
            refuse("default_resource", Rule.NOT_A_RESOURCE_OF_IT);
        }
    }

    private Optional<Breach> refuseResource(String identifier) {
        return known.resource().test(identifier)
                ? Optional.empty()
                : Optional.of(Rule.UNKNOWN_RESOURCE_SERVER.brokenBy());
    }

    private void checkConsent() {
        if (client.access().firstParty() && client.registration().selfMade()) {
            refuse("first_party", Rule.FIRST_PARTY_SELF_MADE);
        }
    }

    private void refuse(String field, Rule rule, Object... values) {
        violations.refuse(field, rule, values);
    }
}
