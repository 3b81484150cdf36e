package dev.postern.identity.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.data.database.Client;
import dev.postern.identity.registration.ClientDraft;
import dev.postern.identity.registration.ClientMetadata;
import dev.postern.identity.registration.Problem;
import dev.postern.identity.registration.StrictFields;
import dev.postern.platform.MasterKeys;
import dev.postern.platform.Service;
import dev.postern.protocol.ClientSecret;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The demo's clients besides the app: one for a program on a person's computer, one for a service. */
@Service
class DemoClients {

    static final String NATIVE = "demo-native";
    static final String SERVICE = "demo-service";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Drafts drafts;
    private final MasterKeys masterKeys;

    @Inject
    DemoClients(Drafts drafts, MasterKeys masterKeys) {
        this.drafts = drafts;
        this.masterKeys = masterKeys;
    }

    List<Client> wanted() {
        return List.of(
                client(
                        Map.of(
                                "client_id", NATIVE,
                                "client_name", "Demo Program",
                                "application_type", "native",
                                "token_endpoint_auth_method", "none",
                                "redirect_uris", List.of("http://127.0.0.1/callback"),
                                "grant_types", List.of("authorization_code", "refresh_token"),
                                "scope", "openid profile email offline_access notes.read"),
                        Optional.empty()),
                client(
                        Map.of(
                                "client_id",
                                SERVICE,
                                "client_name",
                                "Demo Service",
                                "grant_types",
                                List.of("client_credentials"),
                                "scope",
                                "notes.read"),
                        Optional.of(new ClientSecret(serviceSecret()))));
    }

    /** It follows from the master key, so that it needs no keeping. */
    String serviceSecret() {
        byte[] key = masterKeys.derive("demo client secret", masterKeys.currentVersion());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    private Client client(Map<String, Object> metadata, Optional<ClientSecret> secret) {
        List<Problem> problems = new ArrayList<>();
        JsonNode json = MAPPER.valueToTree(metadata);
        ClientDraft draft = ClientMetadata.read(new StrictFields(json, "", problems), secret);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("demo client: " + problems);
        }
        return drafts.client(draft);
    }
}
