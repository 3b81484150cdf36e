package dev.postern.identity.console.catalog;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    private String name = "";
    private String english = "";
    private String spanish = "";

    /** Who may not make one has no use for the form. */
    public void open() {
        Guard.mayWrite(frame.by(), Area.SCOPES);
    }

    /** Makes the scope and goes to the list. */
    public void save() {
        outcome.of(() -> {
            scopes.create(frame.by(), document());
            return "/console/scopes?notice=created";
        });
    }

    private ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("name", name.strip());
        put(document, "description", english);
        put(document, "description#es", spanish);
        return document;
    }

    private static void put(ObjectNode document, String field, String text) {
        if (!text.isBlank()) {
            document.put(field, text.strip());
        }
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEnglish() {
        return english;
    }

    public void setEnglish(String english) {
        this.english = english;
    }

    public String getSpanish() {
        return spanish;
    }

    public void setSpanish(String spanish) {
        this.spanish = spanish;
    }
}
