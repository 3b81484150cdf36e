package dev.postern.identity.console.catalog;

import dev.postern.identity.administration.catalog.ScopeAdministration;
import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Outcome;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A new scope: {@code /console/scope-new}. */
@Named
@RequestScoped
public class ScopeForm {

    @Inject
    ScopeAdministration scopes;

    @Inject
    Frame frame;

    @Inject
    Outcome outcome;

    private final ScopeFields fields = new ScopeFields();
    private String name = "";

    /** Who may not make one has no use for the form. */
    public void open() {
        Guard.mayWrite(frame.by(), Area.SCOPES);
    }

    /** Makes the scope and goes to the list. */
    public void save() {
        outcome.of(() -> {
            scopes.create(frame.by(), fields.document(name.strip()));
            return "/console/scopes?notice=created";
        });
    }

    public ScopeFields getFields() {
        return fields;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
