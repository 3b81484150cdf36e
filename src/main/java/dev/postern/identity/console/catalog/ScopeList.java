package dev.postern.identity.console.catalog;

import dev.postern.data.database.Registered;
import dev.postern.data.database.ScopeDefinition;
import dev.postern.identity.administration.catalog.ScopeAdministration;
import dev.postern.identity.console.frame.Frame;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The list of scopes: {@code /console/scopes}. */
@Named
@RequestScoped
public class ScopeList {

    @Inject
    ScopeAdministration scopes;

    @Inject
    Frame frame;

    private List<Row> rows = List.of();

    /** A line of the table. */
    public record Row(String name, String description, String owner) {}

    /** Finds what to show before the page is rendered. */
    public void open() {
        String language = frame.getWords().tag();
        rows = scopes.list(frame.by()).stream()
                .map(scope -> row(scope, language))
                .toList();
    }

    private static Row row(Registered<ScopeDefinition> scope, String language) {
        ScopeDefinition definition = scope.object();
        String english = definition.descriptions().getOrDefault("en", "");
        return new Row(definition.name(), definition.descriptions().getOrDefault(language, english), scope.owner());
    }

    public List<Row> getRows() {
        return rows;
    }
}
