package dev.postern.identity.administration.file;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.postern.data.database.ClientRegister;
import dev.postern.data.database.Registered;
import dev.postern.data.database.RegisteredClient;
import dev.postern.data.database.ResourceServerRegister;
import dev.postern.data.database.ScopeRegister;
import dev.postern.data.database.User;
import dev.postern.data.database.UserRegister;
import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.registration.ResourceServerMetadata;
import dev.postern.identity.registration.ScopeMetadata;
import dev.postern.identity.registration.WrittenClient;
import dev.postern.platform.BuiltInClients;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The present state in the form of the set-up file, part by part. What the product itself has is left out, and so are secrets: where a file
 * says nothing of a secret or password, the present one stays.
 */
@Service
public class Export {

    private static final int AT_ONCE = 500;

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .build())
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

    private final ClientRegister clients;
    private final ScopeRegister scopes;
    private final ResourceServerRegister servers;
    private final UserRegister users;

    @Inject
    public Export(ClientRegister clients, ScopeRegister scopes, ResourceServerRegister servers, UserRegister users) {
        this.clients = clients;
        this.scopes = scopes;
        this.servers = servers;
        this.users = users;
    }

    /** @param owner whose objects are meant, empty: everybody's */
    public void write(Administrator by, String owner, OutputStream out) throws IOException {
        Guard.mayRead(by, Area.CONFIGURATION);
        try (JsonGenerator yaml = YAML.createGenerator(out)) {
            yaml.writeStartObject();
            section(yaml, "scopes");
            for (Registered<dev.postern.data.database.ScopeDefinition> scope : scopes.all()) {
                one(yaml, owner, scope.owner(), ScopeMetadata.write(scope.object()));
            }
            yaml.writeEndArray();
            section(yaml, "resource-servers");
            for (Registered<dev.postern.data.database.ResourceServer> server : servers.all()) {
                one(yaml, owner, server.owner(), ResourceServerMetadata.write(server.object()));
            }
            yaml.writeEndArray();
            clients(yaml, owner);
            users(yaml, owner);
            yaml.writeEndObject();
        }
    }

    private static void section(JsonGenerator yaml, String name) throws IOException {
        yaml.writeArrayFieldStart(name);
    }

    private static void one(JsonGenerator yaml, String wanted, String owner, Map<String, Object> fields)
            throws IOException {
        if (!owner.equals(BuiltInClients.OWNER) && (wanted.isEmpty() || wanted.equals(owner))) {
            YAML.writeValue(yaml, fields);
        }
    }

    private void clients(JsonGenerator yaml, String owner) throws IOException {
        section(yaml, "clients");
        ClientRegister.Search search = new ClientRegister.Search("", owner, Optional.empty(), Optional.empty());
        List<RegisteredClient> part;
        String after = "";
        do {
            part = clients.page(search, after, AT_ONCE);
            for (RegisteredClient found : part) {
                one(yaml, owner, found.owner(), WrittenClient.of(found.client()));
                after = found.client().id();
            }
        } while (part.size() == AT_ONCE);
        yaml.writeEndArray();
    }

    private void users(JsonGenerator yaml, String owner) throws IOException {
        section(yaml, "users");
        UserRegister.Search search = new UserRegister.Search("", "", Optional.empty());
        List<Registered<User>> part;
        String after = "";
        do {
            part = users.page(search, after, AT_ONCE);
            for (Registered<User> found : part) {
                one(yaml, owner, found.owner(), fields(found.object()));
                after = users.key(found.object());
            }
        } while (part.size() == AT_ONCE);
        yaml.writeEndArray();
    }

    private static Map<String, Object> fields(User user) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("username", user.username());
        fields.put("claims", user.claims());
        fields.put("roles", user.roles());
        fields.put("enabled", user.enabled());
        return fields;
    }
}
