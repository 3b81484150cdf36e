package dev.postern.identity.console.catalog;

import dev.postern.data.database.Registered;
import dev.postern.data.database.ResourceServer;
import dev.postern.data.database.ScopeDefinition;
import dev.postern.identity.administration.catalog.ResourceServerAdministration;
import dev.postern.identity.administration.catalog.ScopeAdministration;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Query;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The list of scopes: {@code /console/scopes}. */
@Named
@RequestScoped
public class ScopeList {

    @Inject
    ScopeAdministration scopes;

    @Inject
    ResourceServerAdministration servers;

    @Inject
    Frame frame;

    private List<Row> rows = List.of();

    /** A line of the table. @param api identifier of the resource server that it belongs to, if any */
    public record Row(
            String name, String link, String description, String languages, String api, String apiLink, String owner) {}

    /** Finds what to show before the page is rendered. */
    public void open() {
        String language = frame.getWords().tag();
        List<Registered<ResourceServer>> apis = servers.list(frame.by());
        rows = scopes.list(frame.by()).stream()
                .sorted(Comparator.comparing(scope -> scope.object().name()))
                .map(scope -> row(scope, apis, language))
                .toList();
    }

    private Row row(Registered<ScopeDefinition> scope, List<Registered<ResourceServer>> apis, String language) {
        ScopeDefinition definition = scope.object();
        String english = definition.descriptions().getOrDefault("en", "");
        String api = apis.stream()
                .map(server -> server.object())
                .filter(server -> server.scopes().contains(definition.name()))
                .map(ResourceServer::identifier)
                .findFirst()
                .orElse("");
        return new Row(
                definition.name(),
                frame.getRoot() + Query.of("/console/scope", "name", definition.name()),
                definition.descriptions().getOrDefault(language, english),
                definition.descriptions().keySet().stream().sorted().collect(Collectors.joining(" ")),
                api,
                frame.getRoot() + Query.of("/console/api", "id", api),
                scope.owner());
    }

    public List<Row> getRows() {
        return rows;
    }
}
