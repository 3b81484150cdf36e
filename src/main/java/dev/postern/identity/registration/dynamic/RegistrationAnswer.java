package dev.postern.identity.registration.dynamic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.data.database.Client;
import dev.postern.data.database.client.Access;
import dev.postern.data.database.client.Localised;
import dev.postern.data.database.client.Logout;
import dev.postern.data.database.client.Presentation;
import dev.postern.platform.JsonObject;
import dev.postern.protocol.ClientSecret;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The client information response: RFC 7591 section 3.2.1 and RFC 7592 section 3, with all metadata as it is registered. */
final class RegistrationAnswer {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonObject json = new JsonObject();

    private RegistrationAnswer() {}

    /** @param secret only where it is new */
    static byte[] of(Client client, Optional<ClientSecret> secret, String accessToken, String address) {
        RegistrationAnswer answer = new RegistrationAnswer();
        answer.json
                .put("client_id", client.id())
                .put("client_id_issued_at", client.registration().issuedAt())
                .put("registration_access_token", accessToken)
                .put("registration_client_uri", address);
        secret.ifPresent(
                value -> answer.json.put("client_secret", value.value()).put("client_secret_expires_at", (Object) 0));
        answer.presentation(client.presentation());
        answer.access(client);
        answer.authentication(client);
        answer.requests(client);
        answer.logout(client.logout());
        return answer.json.bytes();
    }

    private void presentation(Presentation shown) {
        localised("client_name", shown.name());
        localised("logo_uri", shown.logoUri());
        localised("client_uri", shown.clientUri());
        localised("policy_uri", shown.policyUri());
        localised("tos_uri", shown.tosUri());
        if (!shown.contacts().isEmpty()) {
            json.put("contacts", shown.contacts());
        }
        json.putUnlessEmpty("initiate_login_uri", shown.initiateLoginUri())
                .putUnlessEmpty("software_id", shown.softwareId())
                .putUnlessEmpty("software_version", shown.softwareVersion());
    }

    private void localised(String name, Localised text) {
        json.putUnlessEmpty(name, text.plain());
        text.byTag().forEach((tag, translated) -> json.put(name + "#" + tag, translated));
    }

    private void access(Client client) {
        Access access = client.access();
        json.put("application_type", wire(client.redirection().applicationType()))
                .put("redirect_uris", client.redirection().redirectUris())
                .put("grant_types", access.grantTypes())
                .put("response_types", access.responseTypes())
                .putUnlessEmpty("scope", access.scope().wire())
                .put("subject_type", wire(client.identity().subjectType()))
                .putUnlessEmpty("sector_identifier_uri", client.identity().sectorIdentifierUri())
                .put("id_token_signed_response_alg", client.identity().idTokenAlgorithm())
                .putUnlessEmpty(
                        "userinfo_signed_response_alg", client.identity().userInfoAlgorithm());
    }

    private void authentication(Client client) {
        json.put("token_endpoint_auth_method", client.authentication().method().wire())
                .putUnlessEmpty(
                        "token_endpoint_auth_signing_alg",
                        client.authentication().algorithm())
                .putUnlessEmpty("jwks_uri", client.keys().jwksUri());
        if (!client.keys().jwks().isEmpty()) {
            json.put("jwks", parsed(client.keys().jwks()));
        }
    }

    private void requests(Client client) {
        json.putUnlessEmpty("request_object_signing_alg", client.requests().objectAlgorithm());
        list("request_uris", client.requests().requestUris());
        client.requests().maxAge().ifPresent(seconds -> json.put("default_max_age", (Object) seconds));
        json.put("require_auth_time", client.requests().requireAuthTime());
        if (!client.requests().defaultAcrValues().isEmpty()) {
            json.put("default_acr_values", client.requests().defaultAcrValues());
        }
    }

    private void logout(Logout logout) {
        list("post_logout_redirect_uris", logout.returnUris());
        if (!logout.backChannelUri().isEmpty()) {
            json.put("backchannel_logout_uri", logout.backChannelUri())
                    .put("backchannel_logout_session_required", logout.backChannelSessionRequired());
        }
        if (!logout.frontChannelUri().isEmpty()) {
            json.put("frontchannel_logout_uri", logout.frontChannelUri())
                    .put("frontchannel_logout_session_required", logout.frontChannelSessionRequired());
        }
    }

    private void list(String name, Set<String> values) {
        if (!values.isEmpty()) {
            json.put(name, values);
        }
    }

    private static String wire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Map<?, ?> parsed(String jwks) {
        try {
            return MAPPER.readValue(jwks, Map.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a registered key set cannot be read", e);
        }
    }
}
