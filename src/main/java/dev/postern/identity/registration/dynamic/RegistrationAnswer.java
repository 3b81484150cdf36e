package dev.postern.identity.registration.dynamic;

import dev.postern.data.database.Client;
import dev.postern.identity.registration.ClientFields;
import dev.postern.identity.registration.WrittenClient;
import dev.postern.platform.JsonObject;
import dev.postern.protocol.ClientSecret;
import java.util.Optional;

/** The client information response: RFC 7591 section 3.2.1 and RFC 7592 section 3, with all metadata as it is registered. */
final class RegistrationAnswer {

    private RegistrationAnswer() {}

    /** @param secret only where it is new */
    static byte[] of(Client client, Optional<ClientSecret> secret, String accessToken, String address) {
        JsonObject json = new JsonObject()
                .put("client_id_issued_at", client.registration().issuedAt())
                .put("registration_access_token", accessToken)
                .put("registration_client_uri", address);
        secret.ifPresent(value -> json.put("client_secret", value.value()).put("client_secret_expires_at", (Object) 0));
        WrittenClient.of(client).forEach((name, value) -> {
            if (ClientFields.isStandard(name)) {
                json.put(name, value);
            }
        });
        return json.bytes();
    }
}
