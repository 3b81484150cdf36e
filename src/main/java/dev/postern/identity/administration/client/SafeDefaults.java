package dev.postern.identity.administration.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.client.ClientKind;
import java.util.List;
import java.util.Map;

/**
 * What a new client of a kind should be where nothing speaks against it: RFC 9700 section 2, OAuth 2.1 section 2.1, RFC 8252 section 8.
 *
 * <p>The code flow alone, with PKCE; refresh tokens that rotate, and only for who asks to stay signed in; a secret only where one can be kept.
 */
public final class SafeDefaults {

    private static final Map<ClientKind, List<String>> GRANTS = Map.of(
            ClientKind.WEB, List.of("authorization_code", "refresh_token"),
            ClientKind.BROWSER, List.of("authorization_code"),
            ClientKind.NATIVE, List.of("authorization_code", "refresh_token"),
            ClientKind.SERVICE, List.of("client_credentials"),
            ClientKind.RESOURCE_SERVER, List.of());

    private SafeDefaults() {}

    /** Metadata to create a client with; what is left out is safe by itself. */
    public static ObjectNode of(ClientKind kind) {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        metadata.put("application_type", kind == ClientKind.NATIVE ? "native" : "web");
        metadata.put("token_endpoint_auth_method", keepsSecrets(kind) ? "client_secret_basic" : "none");
        GRANTS.getOrDefault(kind, List.of()).forEach(metadata.putArray("grant_types")::add);
        if (redirects(kind)) {
            metadata.putArray("response_types").add("code");
            metadata.put("pkce", "required");
            metadata.put("scope", "openid profile");
        }
        if (refreshes(kind)) {
            metadata.put("refresh_tokens", "offline_access").put("refresh_use", "rotate");
            metadata.put("scope", "openid profile offline_access");
        }
        return metadata;
    }

    /** Whether people sign in with it. */
    public static boolean redirects(ClientKind kind) {
        return GRANTS.getOrDefault(kind, List.of()).contains("authorization_code");
    }

    public static boolean refreshes(ClientKind kind) {
        return GRANTS.getOrDefault(kind, List.of()).contains("refresh_token");
    }

    /** Whether nobody but its operator sees what is inside of it. */
    public static boolean keepsSecrets(ClientKind kind) {
        return switch (kind) {
            case WEB, SERVICE, RESOURCE_SERVER -> true;
            case BROWSER, NATIVE -> false;
        };
    }
}
