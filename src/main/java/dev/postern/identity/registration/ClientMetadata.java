package dev.postern.identity.registration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.data.database.Client;
import dev.postern.data.database.client.Access;
import dev.postern.data.database.client.ApplicationType;
import dev.postern.data.database.client.AssertionAudience;
import dev.postern.data.database.client.Authentication;
import dev.postern.data.database.client.ClientAuthenticationMethod;
import dev.postern.data.database.client.Identity;
import dev.postern.data.database.client.Keys;
import dev.postern.data.database.client.Localised;
import dev.postern.data.database.client.Logout;
import dev.postern.data.database.client.PkcePolicy;
import dev.postern.data.database.client.Presentation;
import dev.postern.data.database.client.Redirection;
import dev.postern.data.database.client.Refresh;
import dev.postern.data.database.client.RefreshPolicy;
import dev.postern.data.database.client.RefreshUse;
import dev.postern.data.database.client.Registration;
import dev.postern.data.database.client.Requests;
import dev.postern.data.database.client.RetiringSecret;
import dev.postern.data.database.client.SubjectType;
import dev.postern.identity.rule.Rule;
import dev.postern.protocol.ClientSecret;
import dev.postern.protocol.Scope;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Client metadata as JSON: RFC 7591 section 2, OpenID Connect Registration section 2, OpenID Connect logout, and the names of our
 * policies. {@link ClientFields} has the names.
 */
public final class ClientMetadata {

    static final Map<String, ApplicationType> APPLICATION_TYPES =
            Map.of("web", ApplicationType.WEB, "native", ApplicationType.NATIVE);
    public static final Map<String, ClientAuthenticationMethod> METHODS = Arrays.stream(
                    ClientAuthenticationMethod.values())
            .collect(Collectors.toUnmodifiableMap(ClientAuthenticationMethod::wire, Function.identity()));
    public static final Map<String, AssertionAudience> AUDIENCES =
            Map.of("issuer", AssertionAudience.ISSUER, "token_endpoint", AssertionAudience.ISSUER_OR_TOKEN_ENDPOINT);
    public static final Map<String, PkcePolicy> PKCE =
            Map.of("required", PkcePolicy.REQUIRED, "nonce", PkcePolicy.NONCE_INSTEAD, "optional", PkcePolicy.OPTIONAL);
    static final Map<String, RefreshPolicy> REFRESH = Map.of(
            "never", RefreshPolicy.NEVER,
            "offline_access", RefreshPolicy.WITH_OFFLINE_ACCESS,
            "always", RefreshPolicy.ALWAYS);
    static final Map<String, RefreshUse> USE = Map.of("rotate", RefreshUse.ROTATE, "keep", RefreshUse.KEEP);
    static final Map<String, SubjectType> SUBJECT_TYPES =
            Map.of("public", SubjectType.PUBLIC, "pairwise", SubjectType.PAIRWISE);

    private ClientMetadata() {}

    /** Reads a client; what has the wrong type or an unknown value becomes a problem of {@code fields}. */
    public static ClientDraft read(StrictFields fields, Optional<ClientSecret> secret) {
        Access access = access(fields);
        Client client = new Client(
                fields.requiredText("client_id"),
                presentation(fields),
                redirection(fields),
                authentication(fields),
                new Keys(
                        fields.object("jwks").map(JsonNode::toString).orElse(""),
                        fields.text("jwks_uri").orElse("")),
                access,
                requests(fields),
                identity(fields),
                refresh(fields, access),
                logout(fields),
                Registration.BY_ADMINISTRATOR.enabled(fields.flag("enabled", true)));
        return new ClientDraft(client, secret);
    }

    /** @throws IllegalArgumentException if it is none of our policies */
    public static PkcePolicy pkce(String wire) {
        return oneOf(PKCE, wire);
    }

    /** @throws IllegalArgumentException if it is none of our policies */
    public static AssertionAudience audience(String wire) {
        return oneOf(AUDIENCES, wire);
    }

    private static <P> P oneOf(Map<String, P> policies, String wire) {
        P policy = policies.get(wire);
        if (policy == null) {
            throw new IllegalArgumentException("write one of " + TextRules.listed(policies.keySet()));
        }
        return policy;
    }

    private static Presentation presentation(StrictFields fields) {
        return new Presentation(
                localised(fields, "client_name"),
                localised(fields, "logo_uri"),
                localised(fields, "client_uri"),
                localised(fields, "policy_uri"),
                localised(fields, "tos_uri"),
                List.copyOf(fields.texts("contacts", Set.of())),
                fields.text("initiate_login_uri").orElse(""),
                fields.text("software_id").orElse(""),
                fields.text("software_version").orElse(""));
    }

    private static Localised localised(StrictFields fields, String name) {
        return new Localised(fields.text(name).orElse(""), fields.localised(name));
    }

    private static Redirection redirection(StrictFields fields) {
        return new Redirection(
                fields.choice("application_type", APPLICATION_TYPES, ApplicationType.WEB),
                fields.texts("redirect_uris", Set.of()),
                fields.texts("origins", Set.of()));
    }

    private static Authentication authentication(StrictFields fields) {
        return new Authentication(
                fields.choice("token_endpoint_auth_method", METHODS, ClientAuthenticationMethod.CLIENT_SECRET_BASIC),
                List.of(),
                "",
                fields.text("token_endpoint_auth_signing_alg").orElse(""),
                fields.choice("assertion_audience", AUDIENCES, AssertionAudience.ISSUER),
                RetiringSecret.NONE);
    }

    private static Access access(StrictFields fields) {
        Set<String> grants = fields.texts("grant_types", Set.of("authorization_code"));
        Set<String> byDefault = grants.contains("authorization_code") ? Set.of("code") : Set.of();
        return new Access(
                grants,
                fields.texts("response_types", byDefault).stream()
                        .map(ClientMetadata::inOrder)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                scope(fields, "scope"),
                fields.text("default_resource").orElse(""),
                fields.texts("resources", Set.of()),
                fields.flag("first_party", false));
    }

    /** The values of a response type have no order (OAuth 2.0 Multiple Response Types section 3): we keep them in ours. */
    private static String inOrder(String responseType) {
        return Arrays.stream(responseType.split(" ", -1)).sorted().collect(Collectors.joining(" "));
    }

    private static Requests requests(StrictFields fields) {
        return new Requests(
                fields.choice("pkce", PKCE, PkcePolicy.REQUIRED),
                fields.text("request_object_signing_alg").orElse(""),
                fields.texts("request_uris", Set.of()),
                fields.seconds("default_max_age").orElse(Requests.NO_MAX_AGE),
                fields.flag("require_auth_time", false),
                List.copyOf(fields.texts("default_acr_values", Set.of())));
    }

    private static Identity identity(StrictFields fields) {
        return new Identity(
                fields.choice("subject_type", SUBJECT_TYPES, SubjectType.PUBLIC),
                fields.text("sector_identifier_uri").orElse(""),
                fields.text("id_token_signed_response_alg").orElse("RS256"),
                fields.text("userinfo_signed_response_alg").orElse(""));
    }

    private static Refresh refresh(StrictFields fields, Access access) {
        boolean refreshes = access.grantTypes().contains("refresh_token");
        return new Refresh(
                fields.choice(
                        "refresh_tokens", REFRESH, refreshes ? RefreshPolicy.WITH_OFFLINE_ACCESS : RefreshPolicy.NEVER),
                fields.choice("refresh_use", USE, RefreshUse.ROTATE),
                fields.duration("reuse_grace", Refresh.DEFAULT_GRACE));
    }

    private static Logout logout(StrictFields fields) {
        return new Logout(
                fields.texts("post_logout_redirect_uris", Set.of()),
                fields.text("backchannel_logout_uri").orElse(""),
                fields.flag("backchannel_logout_session_required", false),
                fields.text("frontchannel_logout_uri").orElse(""),
                fields.flag("frontchannel_logout_session_required", false));
    }

    /** A scope in its wire form: values separated by one space. */
    public static Scope scope(StrictFields fields, String name) {
        Optional<String> text = fields.text(name);
        Optional<Scope> scope = text.flatMap(Scope::parse);
        if (text.isPresent() && scope.isEmpty()) {
            fields.refuse(name, Rule.NOT_SCOPE_VALUES);
        }
        return scope.orElse(Scope.NONE);
    }
}
