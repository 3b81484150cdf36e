package dev.postern.identity.setup;

import dev.postern.data.database.InitialAccessToken;
import dev.postern.data.database.ResourceServer;
import dev.postern.data.database.ScopeDefinition;
import dev.postern.identity.registration.ClientDraft;
import dev.postern.identity.registration.ClientFields;
import dev.postern.identity.registration.ClientMetadata;
import dev.postern.identity.registration.ClientRules;
import dev.postern.identity.registration.Faults;
import dev.postern.identity.registration.KnownNames;
import dev.postern.identity.registration.Problem;
import dev.postern.identity.registration.ResourceServerMetadata;
import dev.postern.identity.registration.ScopeMetadata;
import dev.postern.identity.registration.StrictFields;
import dev.postern.identity.registration.UserMetadata;
import dev.postern.identity.registration.Violation;
import dev.postern.identity.rule.Rule;
import dev.postern.protocol.ClientSecret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads a set-up file and holds it to the rules that every registration follows. Nothing is told of it before all of it has been judged: a
 * file is right or it is refused.
 */
final class SetupFileReader {

    static final Set<String> CLIENT_FIELDS =
            ClientFields.and("client_secret", "client_secret_env", "client_secret_file");
    static final Set<String> USER_FIELDS = and(UserMetadata.FIELDS, "password", "password_env", "password_file");

    private final Surroundings around;
    private final KnownNames known;
    private final Predicate<String> knownClient;
    private final Findings findings;
    private final FileObjects objects;
    private final Map<String, Set<String>> seen = new HashMap<>();
    private final Map<String, String> scopeOwners = new HashMap<>();
    private List<Problem> problems = new ArrayList<>();

    private SetupFileReader(Surroundings around, FileNames names, Findings findings, FileObjects objects) {
        this.around = around;
        this.known = names.known();
        this.knownClient = names.client();
        this.findings = findings;
        this.objects = objects;
    }

    /** Judges a file. @throws SetupRefused if anything is wrong */
    static void judge(FileText file, Surroundings around) {
        Findings findings = new Findings(file.fileName());
        FileNames names = FileNames.of(file, findings, around);
        findings.refuseIfAny();
        read(file, around, names, findings, new Nobody());
        findings.refuseIfAny();
    }

    /** Tells the objects of a file that was judged before. @throws SetupRefused if it has changed since and is wrong now */
    static void tell(FileText file, Surroundings around, FileObjects objects) {
        Findings findings = new Findings(file.fileName());
        read(file, around, FileNames.of(file, findings, around), findings, objects);
        findings.refuseIfAny();
    }

    private static void read(
            FileText file, Surroundings around, FileNames names, Findings findings, FileObjects objects) {
        SetupFileReader reader = new SetupFileReader(around, names, findings, objects);
        DocumentReader.read(file, findings, reader::entry);
    }

    private void entry(Entry entry) {
        problems = new ArrayList<>();
        StrictFields fields = new StrictFields(entry.value(), entry.pointer(), problems);
        switch (entry.section()) {
            case "clients" -> client(entry, fields);
            case "scopes" -> scope(entry, fields);
            case "resource-servers" -> resourceServer(entry, fields);
            case "users" -> user(entry, fields);
            case "initial-access-tokens" -> initialAccessToken(entry, fields);
            default -> throw new IllegalStateException("no such section");
        }
        problems.forEach(problem -> findings.add(entry.place(problem)));
    }

    private void client(Entry entry, StrictFields fields) {
        one(entry, fields, CLIENT_FIELDS, this::readClient, this::judged, ClientRules.ALONE::contains)
                .filter(draft -> unique(entry, "client_id", draft.client().id()))
                .ifPresent(objects::client);
    }

    private ClientDraft readClient(StrictFields fields) {
        return ClientMetadata.read(
                fields, around.secrets().read(fields, "client_secret").map(ClientSecret::new));
    }

    /** A client keeps the secret that it has where the file says nothing of one. */
    private List<Violation> judged(ClientDraft draft) {
        boolean keeps = draft.secret().isEmpty()
                && draft.client().authentication().method().usesSecret()
                && around.keptSecret().test(draft.client().id());
        return ClientRules.check(draft, known).stream()
                .filter(violation -> !(keeps && ClientRules.isMissingSecret(violation)))
                .toList();
    }

    private void scope(Entry entry, StrictFields fields) {
        one(entry, fields, ScopeMetadata.FIELDS, ScopeMetadata::read, ScopeMetadata::check, field -> true)
                .filter(scope -> unique(entry, "name", scope.name()))
                .ifPresent(objects::scope);
    }

    private void resourceServer(Entry entry, StrictFields fields) {
        one(
                        entry,
                        fields,
                        ResourceServerMetadata.FIELDS,
                        ResourceServerMetadata::read,
                        server -> ResourceServerMetadata.check(server, known, knownClient),
                        ResourceServerMetadata::isAlone)
                .filter(server -> unique(entry, "identifier", server.identifier()))
                .filter(server -> hasScopesToItself(entry, server))
                .ifPresent(objects::resourceServer);
    }

    private void user(Entry entry, StrictFields fields) {
        one(
                        entry,
                        fields,
                        USER_FIELDS,
                        read -> UserMetadata.read(read, around.secrets().read(read, "password")),
                        UserMetadata::check,
                        field -> true)
                .filter(user -> unique(entry, "username", user.username().toLowerCase(Locale.ROOT)))
                .ifPresent(objects::user);
    }

    private void initialAccessToken(Entry entry, StrictFields fields) {
        one(
                        entry,
                        fields,
                        InitialAccessTokenFields.FIELDS,
                        read -> InitialAccessTokenFields.read(read, around.secrets()),
                        token -> List.of(),
                        field -> true)
                .filter(token -> unique(entry, "token", token.tokenHash()))
                .ifPresent(objects::initialAccessToken);
    }

    /** The object of an entry, empty if anything is wrong with it. */
    private <T> Optional<T> one(
            Entry entry,
            StrictFields fields,
            Set<String> allowed,
            Function<StrictFields, T> read,
            Function<T, List<Violation>> rules,
            Predicate<String> alone) {
        if (!fields.onlyHas(allowed)) {
            return Optional.empty();
        }
        T object = read.apply(fields);
        new Faults(entry.pointer(), problems).add(rules.apply(object), alone);
        return problems.isEmpty() ? Optional.of(object) : Optional.empty();
    }

    private boolean unique(Entry entry, String field, String key) {
        boolean first = seen.computeIfAbsent(entry.section(), section -> new HashSet<>())
                .add(key);
        if (!first) {
            problems.add(new Problem(entry.pointer() + "/" + field, Rule.TWICE_IN_FILE.brokenBy()));
        }
        return first;
    }

    private boolean hasScopesToItself(Entry entry, ResourceServer server) {
        int index = 0;
        for (String scope : server.scopes()) {
            String owner = scopeOwners.putIfAbsent(scope, server.identifier());
            if (owner != null) {
                problems.add(
                        new Violation("scopes", index, Rule.SCOPE_OF_OTHER.brokenBy(scope, owner)).at(entry.pointer()));
            }
            index++;
        }
        return problems.isEmpty();
    }

    private static Set<String> and(Set<String> fields, String... others) {
        Set<String> all = new LinkedHashSet<>(fields);
        all.addAll(List.of(others));
        return all;
    }

    /** Told while a file is only judged. */
    private static final class Nobody implements FileObjects {
        @Override
        public void client(ClientDraft draft) {}

        @Override
        public void scope(ScopeDefinition scope) {}

        @Override
        public void resourceServer(ResourceServer server) {}

        @Override
        public void user(UserMetadata.Draft draft) {}

        @Override
        public void initialAccessToken(InitialAccessToken token) {}
    }
}
