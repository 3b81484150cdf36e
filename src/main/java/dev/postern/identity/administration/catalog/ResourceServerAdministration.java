package dev.postern.identity.administration.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.ClientRegister;
import dev.postern.data.database.Registered;
import dev.postern.data.database.ResourceServer;
import dev.postern.data.database.ResourceServerRegister;
import dev.postern.data.database.ScopeDefinitions;
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
import dev.postern.identity.registration.KnownNames;
import dev.postern.identity.registration.Problem;
import dev.postern.identity.registration.ResourceServerMetadata;
import dev.postern.identity.registration.StrictFields;
import dev.postern.identity.registration.Violation;
import dev.postern.identity.rule.Rule;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resource servers, made, changed and removed. */
@Service
public class ResourceServerAdministration {

    private static final String KIND = "resource_server";

    private final ResourceServerRegister register;
    private final ScopeDefinitions scopes;
    private final ClientRegister clients;
    private final Issuer issuer;
    private final ChangeLog changes;

    @Inject
    public ResourceServerAdministration(
            ResourceServerRegister register,
            ScopeDefinitions scopes,
            ClientRegister clients,
            Issuer issuer,
            ChangeLog changes) {
        this.register = register;
        this.scopes = scopes;
        this.clients = clients;
        this.issuer = issuer;
        this.changes = changes;
    }

    public List<Registered<ResourceServer>> list(Administrator by) {
        Guard.mayRead(by, Area.SCOPES);
        return register.all();
    }

    /** The same part by part, in the order of their identifiers. */
    public Slice<Registered<ResourceServer>> list(Administrator by, Optional<String> cursor, int limit) {
        return Slice.part(list(by), server -> server.object().identifier(), cursor, limit);
    }

    public Registered<ResourceServer> find(Administrator by, String identifier) {
        Guard.mayRead(by, Area.SCOPES);
        return known(identifier);
    }

    /** Who may ask for it by name, and who may introspect its tokens. */
    public CatalogUsage usage(Administrator by, String identifier) {
        find(by, identifier);
        return new CatalogUsage(
                clients.idsNaming(identifier, CatalogUsage.MOST_NAMED),
                register.all().stream()
                        .filter(server -> server.object().mayIntrospect().contains(identifier))
                        .map(server -> server.object().identifier())
                        .toList());
    }

    @Transactional
    public Registered<ResourceServer> create(Administrator by, ObjectNode document) {
        Guard.mayWrite(by, Area.SCOPES);
        ResourceServer wanted = judged(document);
        if (!register.add(wanted, Owners.CONSOLE)) {
            throw AdministrationRefused.because(Reason.TAKEN, Rule.RESOURCE_SERVER_TAKEN);
        }
        changes.created(by, KIND, wanted.identifier(), ResourceServerMetadata.write(wanted));
        return known(wanted.identifier());
    }

    /** Replaces all of it; what the document does not say gets its default. */
    @Transactional
    public Registered<ResourceServer> replace(
            Administrator by, String identifier, Expected expected, ObjectNode document) {
        Registered<ResourceServer> before = changeable(by, identifier, expected);
        ResourceServer wanted = judged(document.deepCopy()
                .put("identifier", document.path("identifier").asText(identifier)));
        if (!wanted.identifier().equals(identifier)) {
            throw AdministrationRefused.invalid("identifier", Rule.IDENTIFIER_CHANGED);
        }
        requireUnchanged(register.replace(wanted, before), identifier);
        changes.changed(
                by,
                KIND,
                identifier,
                ResourceServerMetadata.write(before.object()),
                ResourceServerMetadata.write(wanted));
        return known(identifier);
    }

    @Transactional
    public void remove(Administrator by, String identifier, Expected expected) {
        Registered<ResourceServer> before = changeable(by, identifier, expected);
        requireUnchanged(register.remove(before), identifier);
        changes.removed(by, KIND, identifier, ResourceServerMetadata.write(before.object()));
    }

    private ResourceServer judged(ObjectNode document) {
        List<Problem> problems = new ArrayList<>();
        StrictFields fields = new StrictFields(document, "", problems);
        fields.onlyHas(ResourceServerMetadata.FIELDS);
        ResourceServer read = ResourceServerMetadata.read(fields);
        new Faults("", problems).add(rules(read), ResourceServerMetadata::isAlone);
        if (!problems.isEmpty()) {
            throw AdministrationRefused.invalid(problems);
        }
        return read;
    }

    private List<Violation> rules(ResourceServer read) {
        KnownNames known = new KnownNames(
                scope -> scopes.find(scope).isPresent(),
                resource -> resource.equals(issuer.value())
                        || resource.equals(read.identifier())
                        || register.find(resource).isPresent());
        List<Violation> violations = new ArrayList<>(ResourceServerMetadata.check(
                read, known, clientId -> clients.find(clientId).isPresent()));
        for (Registered<ResourceServer> other : register.all()) {
            read.scopes().stream()
                    .filter(scope -> other.object().scopes().contains(scope)
                            && !other.object().identifier().equals(read.identifier()))
                    .forEach(scope -> violations.add(Violation.of(
                            "scopes",
                            Rule.SCOPE_OF_OTHER.brokenBy(scope, other.object().identifier()))));
        }
        return violations;
    }

    private Registered<ResourceServer> changeable(Administrator by, String identifier, Expected expected) {
        Guard.mayWrite(by, Area.SCOPES);
        Registered<ResourceServer> before = known(identifier);
        Owners.requireOurs(before.owner());
        if (!expected.isMetBy(before.revision())) {
            throw changed(before);
        }
        return before;
    }

    private void requireUnchanged(boolean written, String identifier) {
        if (!written) {
            throw register.find(identifier)
                    .map(ResourceServerAdministration::changed)
                    .orElseGet(() -> AdministrationRefused.unknown(Rule.NO_SUCH_RESOURCE_SERVER));
        }
    }

    private static AdministrationRefused changed(Registered<ResourceServer> current) {
        return AdministrationRefused.changed(CatalogView.of(current, ResourceServerMetadata.write(current.object())));
    }

    private Registered<ResourceServer> known(String identifier) {
        return register.find(identifier).orElseThrow(() -> AdministrationRefused.unknown(Rule.NO_SUCH_RESOURCE_SERVER));
    }
}
