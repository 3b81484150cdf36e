package dev.postern.identity.console.catalog;

import dev.postern.data.database.Registered;
import dev.postern.data.database.ResourceServer;
import dev.postern.identity.administration.catalog.ResourceServerAdministration;
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

/** Deletes after saying what breaks: {@code /console/api-delete?id=…}. */
@Named
@RequestScoped
public class ApiDeletion {

    @Inject
    ResourceServerAdministration catalog;

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
        Registered<ResourceServer> found = catalog.find(frame.by(), frame.parameter("id"));
        id = frame.parameter("id");
        breaks = Breakage.of(frame.in("console-scopes"), "api", catalog.usage(frame.by(), id));
        if (!outcome.isRefused()) {
            revision = found.revision();
        }
    }

    public void delete() {
        String gone = frame.parameter("id");
        outcome.of(() -> {
            catalog.remove(frame.by(), gone, new Expected(revision));
            return "/console/apis?notice=deleted";
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
        return frame.getRoot() + Query.of("/console/api", "id", id);
    }

    public String getRevision() {
        return revision;
    }

    public void setRevision(String revision) {
        this.revision = revision;
    }
}
