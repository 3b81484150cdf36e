package dev.postern.identity.administration.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.ClientRegister;
import dev.postern.data.database.Registered;
import dev.postern.data.database.ResourceServerRegister;
import dev.postern.data.database.ScopeDefinition;
import dev.postern.data.database.ScopeDefinitions;
import dev.postern.data.database.ScopeRegister;
import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.change.AdministrationRefused.Reason;
import dev.postern.identity.administration.change.ChangeLog;
import dev.postern.identity.administration.change.Expected;
import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.change.Owners;
import dev.postern.identity.administration.change.Slice;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.registration.Faults;
import dev.postern.identity.registration.Problem;
import dev.postern.identity.registration.ScopeMetadata;
import dev.postern.identity.registration.StrictFields;
import dev.postern.identity.rule.Rule;
import dev.postern.platform.BuiltInClients;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scopes with their consent texts, made, changed and removed. Those that are built in can be told people in other words only by a file. */
@Service
public class ScopeAdministration {

    private static final String KIND = "scope";

    /** Of the clients in the way of a removal. */
    private static final int MOST_NAMED = 10;

    private final ScopeRegister register;
    private final ScopeDefinitions definitions;
    private final ResourceServerRegister servers;
    private final ClientRegister clients;
    private final ChangeLog changes;

    @Inject
    public ScopeAdministration(
            ScopeRegister register,
            ScopeDefinitions definitions,
            ResourceServerRegister servers,
            ClientRegister clients,
            ChangeLog changes) {
        this.register = register;
        this.definitions = definitions;
        this.servers = servers;
        this.clients = clients;
        this.changes = changes;
    }

    /** Those that are built in too. */
    public List<Registered<ScopeDefinition>> list(Administrator by) {
        Guard.mayRead(by, Area.SCOPES);
        List<Registered<ScopeDefinition>> all = new ArrayList<>(register.all());
        definitions.all().stream()
                .filter(scope -> ScopeMetadata.BUILT_IN.contains(scope.name()))
                .map(ScopeAdministration::builtIn)
                .forEach(all::add);
        return all;
    }

    /** The same part by part, in the order of their names. */
    public Slice<Registered<ScopeDefinition>> list(Administrator by, Optional<String> cursor, int limit) {
        return Slice.part(list(by), scope -> scope.object().name(), cursor, limit);
    }

    /** Who may ask for it, and whom it belongs to. */
    public CatalogUsage usage(Administrator by, String name) {
        find(by, name);
        return new CatalogUsage(
                clients.withScope(name, CatalogUsage.MOST_NAMED),
                servers.all().stream()
                        .filter(server -> server.object().scopes().contains(name))
                        .map(server -> server.object().identifier())
                        .toList());
    }

    private static Registered<ScopeDefinition> builtIn(ScopeDefinition scope) {
        return new Registered<>(scope, BuiltInClients.OWNER, 0, Instant.EPOCH);
    }

    public Registered<ScopeDefinition> find(Administrator by, String name) {
        Guard.mayRead(by, Area.SCOPES);
        return known(name);
    }

    @Transactional
    public Registered<ScopeDefinition> create(Administrator by, ObjectNode document) {
        Guard.mayWrite(by, Area.SCOPES);
        ScopeDefinition wanted = judged(document);
        if (!register.add(wanted, Owners.CONSOLE)) {
            throw AdministrationRefused.because(Reason.TAKEN, Rule.SCOPE_TAKEN);
        }
        changes.created(by, KIND, wanted.name(), ScopeMetadata.write(wanted));
        return known(wanted.name());
    }

    /** Replaces all of it; what the document does not say gets its default. */
    @Transactional
    public Registered<ScopeDefinition> replace(Administrator by, String name, Expected expected, ObjectNode document) {
        Registered<ScopeDefinition> before = changeable(by, name, expected);
        ScopeDefinition wanted =
                judged(document.deepCopy().put("name", document.path("name").asText(name)));
        if (!wanted.name().equals(name)) {
            throw AdministrationRefused.invalid("name", Rule.SCOPE_NAME_CHANGED);
        }
        requireUnchanged(register.replace(wanted, before), name);
        changes.changed(by, KIND, name, ScopeMetadata.write(before.object()), ScopeMetadata.write(wanted));
        return known(name);
    }

    @Transactional
    public void remove(Administrator by, String name, Expected expected) {
        Registered<ScopeDefinition> before = changeable(by, name, expected);
        requireUnused(name);
        requireUnchanged(register.remove(before), name);
        changes.removed(by, KIND, name, ScopeMetadata.write(before.object()));
    }

    private ScopeDefinition judged(ObjectNode document) {
        List<Problem> problems = new ArrayList<>();
        StrictFields fields = new StrictFields(document, "", problems);
        fields.onlyHas(ScopeMetadata.FIELDS);
        ScopeDefinition read = ScopeMetadata.read(fields);
        new Faults("", problems).add(ScopeMetadata.check(read), field -> true);
        if (!problems.isEmpty()) {
            throw AdministrationRefused.invalid(problems);
        }
        return read;
    }

    private void requireUnused(String name) {
        servers.all().stream()
                .filter(server -> server.object().scopes().contains(name))
                .findFirst()
                .ifPresent(server -> {
                    throw AdministrationRefused.because(
                            Reason.IN_THE_WAY,
                            Rule.SCOPE_OF_API,
                            server.object().identifier());
                });
        List<String> naming = clients.withScope(name, MOST_NAMED + 1);
        if (!naming.isEmpty()) {
            boolean more = naming.size() > MOST_NAMED;
            throw AdministrationRefused.because(
                    Reason.IN_THE_WAY,
                    more ? Rule.SCOPE_OF_MANY_CLIENTS : Rule.SCOPE_OF_CLIENTS,
                    String.join(", ", more ? naming.subList(0, MOST_NAMED) : naming));
        }
    }

    private Registered<ScopeDefinition> changeable(Administrator by, String name, Expected expected) {
        Guard.mayWrite(by, Area.SCOPES);
        Registered<ScopeDefinition> before = known(name);
        Owners.requireOurs(before.owner());
        if (!expected.isMetBy(before.revision())) {
            throw changed(before);
        }
        return before;
    }

    private void requireUnchanged(boolean written, String name) {
        if (!written) {
            throw register.find(name)
                    .map(ScopeAdministration::changed)
                    .orElseGet(() -> AdministrationRefused.unknown(Rule.NO_SUCH_SCOPE));
        }
    }

    private static AdministrationRefused changed(Registered<ScopeDefinition> current) {
        return AdministrationRefused.changed(CatalogView.of(current, ScopeMetadata.write(current.object())));
    }

    private Registered<ScopeDefinition> known(String name) {
        return register.find(name)
                .or(() -> definitions
                        .find(name)
                        .filter(scope -> ScopeMetadata.BUILT_IN.contains(name))
                        .map(ScopeAdministration::builtIn))
                .orElseThrow(() -> AdministrationRefused.unknown(Rule.NO_SUCH_SCOPE));
    }
}
