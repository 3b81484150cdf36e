package dev.postern.identity.console.catalog;

import dev.postern.data.database.Registered;
import dev.postern.data.database.ScopeDefinition;
import dev.postern.identity.administration.catalog.ScopeAdministration;
import dev.postern.identity.administration.change.Expected;
import dev.postern.identity.administration.change.Owners;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Outcome;
import dev.postern.identity.console.frame.Query;
import dev.postern.platform.Json;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;

/** A scope with its consent texts: {@code /console/scope?name=…}. */
@Named
@RequestScoped
public class ScopeEditor {

    @Inject
    ScopeAdministration scopes;

    @Inject
    Frame frame;

    @Inject
    Outcome outcome;

    private final ScopeFields fields = new ScopeFields();
    private String revision = "";
    private String owner = "";

    /** An existing scope; what was typed stays where it was refused. */
    public void open() {
        Registered<ScopeDefinition> found = scopes.find(frame.by(), getName());
        owner = found.owner();
        if (!outcome.isRefused()) {
            fields.show(found.object());
            revision = found.revision();
        }
    }

    public void save() {
        outcome.of(() -> {
            scopes.replace(frame.by(), getName(), new Expected(revision), fields.document(getName()));
            return Query.of("/console/scope", "name", getName(), "notice", "saved");
        });
    }

    public ScopeFields getFields() {
        return fields;
    }

    /** What was sent, for comparison with what is there now. */
    public Map<String, Object> getMine() {
        return Json.readObject(fields.document(getName()).toString());
    }

    /** Whether it can be changed here. */
    public boolean isOurs() {
        return owner.isEmpty() || Owners.areOurs(owner);
    }

    /** The file that it belongs to; empty if it belongs to none. */
    public String getFile() {
        return Owners.file(owner);
    }

    public String getDeletion() {
        return frame.getRoot() + Query.of("/console/scope-delete", "name", getName());
    }

    public String getReload() {
        return frame.getRoot() + Query.of("/console/scope", "name", getName());
    }

    public String getName() {
        return frame.parameter("name");
    }

    public String getRevision() {
        return revision;
    }

    public void setRevision(String revision) {
        this.revision = revision;
    }
}
