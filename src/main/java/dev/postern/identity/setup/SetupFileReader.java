package dev.postern.identity.setup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.data.database.InitialAccessToken;
import dev.postern.data.database.ResourceServer;
import dev.postern.data.database.ScopeDefinition;
import dev.postern.identity.registration.ClientDraft;
import dev.postern.identity.registration.ClientFields;
import dev.postern.identity.registration.ClientMetadata;
import dev.postern.identity.registration.ClientRules;
import dev.postern.identity.registration.KnownNames;
import dev.postern.identity.registration.Problem;
import dev.postern.identity.registration.ResourceServerMetadata;
import dev.postern.identity.registration.ScopeMetadata;
import dev.postern.identity.registration.StrictFields;
import dev.postern.identity.registration.UserMetadata;
import dev.postern.identity.registration.Violation;
import dev.postern.protocol.ClientSecret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Reads a set-up file and judges it as a whole: every field, every rule, every reference. */
final class SetupFileReader {

    static final Set<String> CLIENT_FIELDS =
            ClientFields.and("client_secret", "client_secret_env", "client_secret_file");
    static final Set<String> USER_FIELDS = and(UserMetadata.FIELDS, "password", "password_env", "password_file");

    private final Document document;
    private final Secrets secrets;
    private final KnownNames existing;
    private final Predicate<String> existingClient;
    private final List<Problem> problems = new ArrayList<>();

    private SetupFileReader(Document document, Secrets secrets, KnownNames existing, Predicate<String> existingClient) {
        this.document = document;
        this.secrets = secrets;
        this.existing = existing;
        this.existingClient = existingClient;
    }

    /**
     * @param existing scopes and resource servers of other owners, which the file may refer to
     * @param existingClient whether another owner has such a client
     * @throws SetupRefused if anything is wrong
     */
    static SetupFile read(
            String fileName, String text, Secrets secrets, KnownNames existing, Predicate<String> existingClient) {
        Document document = DocumentReader.read(fileName, text);
        SetupFileReader reader = new SetupFileReader(document, secrets, existing, existingClient);
        SetupFile file = reader.file();
        if (!reader.problems.isEmpty()) {
            throw document.refuse(reader.problems);
        }
        return file;
    }

    private SetupFile file() {
        new StrictFields(document.root(), "", problems).onlyHas(new LinkedHashSet<>(SetupFile.SECTIONS));
        List<ScopeDefinition> scopes = section("scopes", ScopeMetadata.FIELDS, ScopeMetadata::read);
        List<ResourceServer> servers =
                section("resource-servers", ResourceServerMetadata.FIELDS, ResourceServerMetadata::read);
        List<ClientDraft> clients = section(
                "clients",
                CLIENT_FIELDS,
                fields -> ClientMetadata.read(
                        fields, secrets.read(fields, "client_secret").map(ClientSecret::new)));
        List<UserMetadata.Draft> users =
                section("users", USER_FIELDS, fields -> UserMetadata.read(fields, secrets.read(fields, "password")));
        List<InitialAccessToken> tokens = section(
                "initial-access-tokens",
                InitialAccessTokenFields.FIELDS,
                fields -> InitialAccessTokenFields.read(fields, secrets));
        SetupFile file = new SetupFile("file:" + document.fileName(), clients, scopes, servers, users, tokens);
        // Rules speak of values; where a value could not even be read, they would only repeat that.
        if (problems.isEmpty()) {
            judge(file);
        }
        return file;
    }

    private <T> List<T> section(String name, Set<String> allowed, Function<StrictFields, T> read) {
        List<T> objects = new ArrayList<>();
        JsonNode list = document.root().path(name);
        if (!list.isMissingNode() && !list.isArray()) {
            problems.add(new Problem("/" + name, "must be a list"));
        }
        for (int i = 0; i < list.size() && list.isArray(); i++) {
            StrictFields fields = new StrictFields(list.get(i), "/" + name + "/" + i, problems);
            if (fields.onlyHas(allowed)) {
                objects.add(read.apply(fields));
            }
        }
        return objects;
    }

    private void judge(SetupFile file) {
        Set<String> scopes = new HashSet<>(ScopeMetadata.BUILT_IN);
        file.scopes().forEach(scope -> scopes.add(scope.name()));
        Set<String> resources = new HashSet<>();
        file.resourceServers().forEach(server -> resources.add(server.identifier()));
        Set<String> clients = new HashSet<>();
        file.clients().forEach(draft -> clients.add(draft.client().id()));
        KnownNames known = new KnownNames(
                existing.scope().or(scopes::contains), existing.resource().or(resources::contains));

        each("clients", file.clients(), draft -> ClientRules.check(draft, known));
        each("scopes", file.scopes(), ScopeMetadata::check);
        each(
                "resource-servers",
                file.resourceServers(),
                s -> ResourceServerMetadata.check(s, known, existingClient.or(clients::contains)));
        each("users", file.users(), UserMetadata::check);
        unique("clients", "client_id", file.clients(), draft -> draft.client().id(), UnaryOperator.identity());
        unique("scopes", "name", file.scopes(), ScopeDefinition::name, UnaryOperator.identity());
        unique("users", "username", file.users(), UserMetadata.Draft::username, name -> name.toLowerCase(Locale.ROOT));
        unique(
                "initial-access-tokens",
                "token",
                file.initialAccessTokens(),
                InitialAccessToken::tokenHash,
                hash -> hash);
        List<ResourceServer> servers = file.resourceServers();
        unique("resource-servers", "identifier", servers, ResourceServer::identifier, UnaryOperator.identity());
        oneServerPerScope(servers);
    }

    private <T> void each(String section, List<T> objects, Function<T, List<Violation>> rules) {
        for (int i = 0; i < objects.size(); i++) {
            String pointer = "/" + section + "/" + i;
            rules.apply(objects.get(i)).forEach(violation -> problems.add(violation.at(pointer)));
        }
    }

    private <T> void unique(
            String section, String field, List<T> objects, Function<T, String> key, UnaryOperator<String> same) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < objects.size(); i++) {
            if (!seen.add(same.apply(key.apply(objects.get(i))))) {
                problems.add(new Problem("/" + section + "/" + i + "/" + field, "is in the file twice"));
            }
        }
    }

    private void oneServerPerScope(List<ResourceServer> servers) {
        Map<String, String> owners = new HashMap<>();
        for (int i = 0; i < servers.size(); i++) {
            int index = 0;
            for (String scope : servers.get(i).scopes()) {
                String owner = owners.putIfAbsent(scope, servers.get(i).identifier());
                if (owner != null) {
                    problems.add(new Violation("scopes", index, scope + " belongs to " + owner + " already")
                            .at("/resource-servers/" + i));
                }
                index++;
            }
        }
    }

    private static Set<String> and(Set<String> fields, String... others) {
        Set<String> all = new LinkedHashSet<>(fields);
        all.addAll(List.of(others));
        return all;
    }
}
