package dev.postern.identity.console.catalog;

import dev.postern.identity.administration.catalog.CatalogUsage;
import dev.postern.identity.administration.catalog.ResourceServerAdministration;
import dev.postern.identity.administration.catalog.ScopeAdministration;
import dev.postern.identity.administration.change.Expected;
import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Outcome;
import dev.postern.identity.console.frame.Query;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Deletes a scope or an API after saying what breaks: {@code /console/scope-delete?name=…}, {@code /console/api-delete?id=…}. */
@Named
@RequestScoped
public class CatalogDeletion {

    @Inject
    ScopeAdministration scopes;

    @Inject
    ResourceServerAdministration servers;

    @Inject
    Frame frame;

    @Inject
    Outcome outcome;

    private String revision = "";
    private List<String> breaks = List.of();

    /** What is deleted. @param parameter of the URL that names it */
    private enum Kind {
        SCOPE("scope", "name"),
        API("api", "id");

        private final String word;
        private final String parameter;

        Kind(String word, String parameter) {
            this.word = word;
            this.parameter = parameter;
        }
    }

    /** Who may not do it has no use for the page. */
    public void open() {
        Administrator by = frame.by();
        Guard.mayWrite(by, Area.SCOPES);
        String current = switch (kind()) {
            case SCOPE -> scopes.find(by, getId()).revision();
            case API -> servers.find(by, getId()).revision();
        };
        CatalogUsage usage = switch (kind()) {
            case SCOPE -> scopes.usage(by, getId());
            case API -> servers.usage(by, getId());
        };
        breaks = Breakage.of(frame.in("console-scopes"), kind().word, usage);
        if (!outcome.isRefused()) {
            revision = current;
        }
    }

    public void delete() {
        outcome.of(() -> {
            Expected expected = new Expected(revision);
            switch (kind()) {
                case SCOPE -> scopes.remove(frame.by(), getId(), expected);
                case API -> servers.remove(frame.by(), getId(), expected);
            }
            return "/console/" + kind().word + "s?notice=deleted";
        });
    }

    private Kind kind() {
        return frame.getPath().startsWith("/console/api") ? Kind.API : Kind.SCOPE;
    }

    public String getId() {
        return frame.parameter(kind().parameter);
    }

    /** What stops working, each in a sentence. */
    public List<String> getBreaks() {
        return breaks;
    }

    public String getBack() {
        return frame.getRoot() + Query.of("/console/" + kind().word, kind().parameter, getId());
    }

    public String getRevision() {
        return revision;
    }

    public void setRevision(String revision) {
        this.revision = revision;
    }
}
