package dev.postern.identity.registration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.data.database.Client;
import dev.postern.data.database.Client.ApplicationType;
import dev.postern.data.database.Client.ClientAuthenticationMethod;
import dev.postern.data.database.Client.PkcePolicy;
import dev.postern.data.database.Client.RefreshPolicy;
import dev.postern.data.database.Client.RefreshUse;
import dev.postern.protocol.ClientSecret;
import dev.postern.protocol.Scope;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Client metadata as JSON: RFC 7591 section 2, OpenID Connect Registration section 2, and the names of our policies. */
public final class ClientMetadata {

    /** Every field; a trailing # stands for a language tag. */
    public static final Set<String> FIELDS = ordered(
            "client_id",
            "client_name",
            "client_name#",
            "application_type",
            "token_endpoint_auth_method",
            "token_endpoint_auth_signing_alg",
            "jwks",
            "redirect_uris",
            "post_logout_redirect_uris",
            "origins",
            "grant_types",
            "response_types",
            "scope",
            "default_resource",
            "resources",
            "id_token_signed_response_alg",
            "pkce",
            "refresh_tokens",
            "refresh_use",
            "reuse_grace",
            "first_party",
            "logo_uri",
            "client_uri",
            "policy_uri",
            "tos_uri",
            "contacts");

    public static final Duration DEFAULT_GRACE = Duration.ofSeconds(10);

    private static final Map<String, ApplicationType> APPLICATION_TYPES =
            Map.of("web", ApplicationType.WEB, "native", ApplicationType.NATIVE);
    private static final Map<String, ClientAuthenticationMethod> METHODS = methods();
    private static final Map<String, PkcePolicy> PKCE =
            Map.of("required", PkcePolicy.REQUIRED, "nonce", PkcePolicy.NONCE_INSTEAD, "optional", PkcePolicy.OPTIONAL);
    private static final Map<String, RefreshPolicy> REFRESH = Map.of(
            "never", RefreshPolicy.NEVER,
            "offline_access", RefreshPolicy.WITH_OFFLINE_ACCESS,
            "always", RefreshPolicy.ALWAYS);
    private static final Map<String, RefreshUse> USE = Map.of("rotate", RefreshUse.ROTATE, "keep", RefreshUse.KEEP);

    private ClientMetadata() {}

    private static Map<String, ClientAuthenticationMethod> methods() {
        Map<String, ClientAuthenticationMethod> methods = new LinkedHashMap<>();
        for (ClientAuthenticationMethod method : ClientAuthenticationMethod.values()) {
            methods.put(method.wire(), method);
        }
        return methods;
    }

    /** The union of our fields and others, in order: for callers that know more fields. */
    public static Set<String> fieldsAnd(String... others) {
        Set<String> all = new LinkedHashSet<>(FIELDS);
        Collections.addAll(all, others);
        return all;
    }

    /** Reads a client; what has the wrong type or an unknown value becomes a problem of {@code fields}. */
    public static ClientDraft read(StrictFields fields, Optional<ClientSecret> secret) {
        Set<String> grants = fields.texts("grant_types", Set.of("authorization_code"));
        Set<String> responses =
                fields.texts("response_types", grants.contains("authorization_code") ? Set.of("code") : Set.of());
        RefreshPolicy refresh = fields.choice(
                "refresh_tokens",
                REFRESH,
                grants.contains("refresh_token") ? RefreshPolicy.WITH_OFFLINE_ACCESS : RefreshPolicy.NEVER);
        Client client = new Client(
                fields.requiredText("client_id"),
                fields.text("client_name").orElse(""),
                fields.localised("client_name"),
                fields.choice("application_type", APPLICATION_TYPES, ApplicationType.WEB),
                fields.choice("token_endpoint_auth_method", METHODS, ClientAuthenticationMethod.CLIENT_SECRET_BASIC),
                List.of(),
                fields.object("jwks").map(JsonNode::toString).orElse(""),
                fields.texts("redirect_uris", Set.of()),
                fields.texts("post_logout_redirect_uris", Set.of()),
                fields.texts("origins", Set.of()),
                grants,
                responses,
                scope(fields, "scope"),
                fields.text("default_resource").orElse(""),
                fields.texts("resources", Set.of()),
                fields.text("id_token_signed_response_alg").orElse("RS256"),
                fields.text("token_endpoint_auth_signing_alg").orElse(""),
                fields.choice("pkce", PKCE, PkcePolicy.REQUIRED),
                refresh,
                fields.choice("refresh_use", USE, RefreshUse.ROTATE),
                fields.duration("reuse_grace", DEFAULT_GRACE),
                fields.flag("first_party", false),
                false,
                fields.text("logo_uri").orElse(""),
                fields.text("client_uri").orElse(""),
                fields.text("policy_uri").orElse(""),
                fields.text("tos_uri").orElse(""),
                List.copyOf(fields.texts("contacts", Set.of())));
        return new ClientDraft(client, secret);
    }

    /** A scope in its wire form: values separated by one space. */
    static Scope scope(StrictFields fields, String name) {
        Optional<String> text = fields.text(name);
        Optional<Scope> scope = text.flatMap(Scope::parse);
        if (text.isPresent() && scope.isEmpty()) {
            fields.refuse(name, "must be scope values separated by one space (RFC 6749 section 3.3)");
        }
        return scope.orElse(Scope.NONE);
    }

    private static Set<String> ordered(String... names) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(names)));
    }
}
