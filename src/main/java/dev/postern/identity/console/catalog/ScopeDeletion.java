package dev.postern.identity.console.catalog;

import dev.postern.data.database.Registered;
import dev.postern.data.database.ScopeDefinition;
import dev.postern.identity.administration.catalog.ScopeAdministration;
import dev.postern.identity.administration.change.Expected;
import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Outcome;
import dev.postern.identity.console.frame.Query;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Deletes after saying what breaks: {@code /console/scope-delete?name=…}. */
@Named
@RequestScoped
public class ScopeDeletion {

    @Inject
    ScopeAdministration catalog;

    @Inject
    Frame frame;

    @Inject
    Outcome outcome;

    private String id = "";
    private String revision = "";
    private List<String> breaks = List.of();

    /** Who may not do it has no use for the page. */
    public void open() {
        Guard.mayWrite(frame.by(), Area.SCOPES);
        Registered<ScopeDefinition> found = catalog.find(frame.by(), frame.parameter("name"));
        id = frame.parameter("name");
        breaks = Breakage.of(frame.in("console-scopes"), "scope", catalog.usage(frame.by(), id));
        if (!outcome.isRefused()) {
            revision = found.revision();
        }
    }

    public void delete() {
        String gone = frame.parameter("name");
        outcome.of(() -> {
            catalog.remove(frame.by(), gone, new Expected(revision));
            return "/console/scopes?notice=deleted";
        });
    }

    public String getId() {
        return id;
    }

    /** What stops working, each in a sentence. */
    public List<String> getBreaks() {
        return breaks;
    }

    public String getBack() {
        return frame.getRoot() + Query.of("/console/scope", "name", id);
    }

    public String getRevision() {
        return revision;
    }

    public void setRevision(String revision) {
        this.revision = revision;
    }
}
