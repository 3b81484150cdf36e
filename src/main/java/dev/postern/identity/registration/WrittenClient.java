package dev.postern.identity.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.data.database.Client;
import dev.postern.data.database.client.Access;
import dev.postern.data.database.client.Localised;
import dev.postern.data.database.client.Logout;
import dev.postern.data.database.client.Presentation;
import dev.postern.data.database.client.Refresh;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A client as JSON, by the names that {@link ClientMetadata} reads: what one writes the other reads back as the same. Of its secrets
 * it says nothing. What is empty is left out.
 */
public final class WrittenClient {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private WrittenClient() {}

    /** The fields in a fixed order, with values of JSON's own types. */
    public static Map<String, Object> of(Client client) {
        WrittenClient written = new WrittenClient();
        written.fields.put("client_id", client.id());
        written.presentation(client.presentation());
        written.authentication(client);
        written.access(client);
        written.requests(client);
        written.identity(client);
        written.refresh(client.refresh());
        written.logout(client.logout());
        written.fields.put("enabled", client.isEnabled());
        return written.fields;
    }

    private void presentation(Presentation shown) {
        localised("client_name", shown.name());
        localised("logo_uri", shown.logoUri());
        localised("client_uri", shown.clientUri());
        localised("policy_uri", shown.policyUri());
        localised("tos_uri", shown.tosUri());
        list("contacts", shown.contacts());
        text("initiate_login_uri", shown.initiateLoginUri());
        text("software_id", shown.softwareId());
        text("software_version", shown.softwareVersion());
    }

    private void authentication(Client client) {
        fields.put(
                "application_type",
                name(ClientMetadata.APPLICATION_TYPES, client.redirection().applicationType()));
        fields.put(
                "token_endpoint_auth_method", client.authentication().method().wire());
        text("token_endpoint_auth_signing_alg", client.authentication().algorithm());
        if (client.authentication().method().usesAssertion()) {
            fields.put(
                    "assertion_audience",
                    name(ClientMetadata.AUDIENCES, client.authentication().audience()));
        }
        if (!client.keys().jwks().isEmpty()) {
            fields.put("jwks", parsed(client.keys().jwks()));
        }
        text("jwks_uri", client.keys().jwksUri());
    }

    private void access(Client client) {
        Access access = client.access();
        list("redirect_uris", client.redirection().redirectUris());
        list("origins", client.redirection().origins());
        fields.put("grant_types", access.grantTypes());
        fields.put("response_types", access.responseTypes());
        text("scope", access.scope().wire());
        text("default_resource", access.defaultResource());
        list("resources", access.resources());
        fields.put("first_party", access.firstParty());
    }

    private void requests(Client client) {
        fields.put("pkce", name(ClientMetadata.PKCE, client.requests().pkce()));
        text("request_object_signing_alg", client.requests().objectAlgorithm());
        list("request_uris", client.requests().requestUris());
        client.requests().maxAge().ifPresent(seconds -> fields.put("default_max_age", seconds));
        fields.put("require_auth_time", client.requests().requireAuthTime());
        list("default_acr_values", client.requests().defaultAcrValues());
    }

    private void identity(Client client) {
        fields.put(
                "subject_type",
                name(ClientMetadata.SUBJECT_TYPES, client.identity().subjectType()));
        text("sector_identifier_uri", client.identity().sectorIdentifierUri());
        fields.put("id_token_signed_response_alg", client.identity().idTokenAlgorithm());
        text("userinfo_signed_response_alg", client.identity().userInfoAlgorithm());
    }

    private void refresh(Refresh refresh) {
        fields.put("refresh_tokens", name(ClientMetadata.REFRESH, refresh.policy()));
        fields.put("refresh_use", name(ClientMetadata.USE, refresh.use()));
        fields.put("reuse_grace", written(refresh.reuseGrace()));
    }

    private void logout(Logout logout) {
        list("post_logout_redirect_uris", logout.returnUris());
        if (!logout.backChannelUri().isEmpty()) {
            fields.put("backchannel_logout_uri", logout.backChannelUri());
            fields.put("backchannel_logout_session_required", logout.backChannelSessionRequired());
        }
        if (!logout.frontChannelUri().isEmpty()) {
            fields.put("frontchannel_logout_uri", logout.frontChannelUri());
            fields.put("frontchannel_logout_session_required", logout.frontChannelSessionRequired());
        }
    }

    private void localised(String name, Localised text) {
        text(name, text.plain());
        text.byTag().forEach((tag, translated) -> fields.put(name + "#" + tag, translated));
    }

    private void text(String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }

    private void list(String name, Collection<String> values) {
        if (!values.isEmpty()) {
            fields.put(name, values);
        }
    }

    /** As administrators write it: {@code 10s}. */
    static String written(Duration duration) {
        return duration.toMillisPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    static <E> String name(Map<String, E> names, E value) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a value has no name on the wire"));
    }

    private static Map<?, ?> parsed(String jwks) {
        try {
            return MAPPER.readValue(jwks, Map.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a registered key set cannot be read", e);
        }
    }
}
