package dev.postern.identity.console.catalog;

import dev.postern.data.database.Registered;
import dev.postern.data.database.ResourceServer;
import dev.postern.identity.administration.catalog.ResourceServerAdministration;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Query;
import dev.postern.identity.registration.ResourceServerMetadata;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The list of APIs, which are resource servers: {@code /console/apis}. */
@Named
@RequestScoped
public class ApiList {

    @Inject
    ResourceServerAdministration servers;

    @Inject
    Frame frame;

    private List<Row> rows = List.of();

    /** A line of the table. */
    public record Row(
            String name,
            String identifier,
            String link,
            List<String> scopes,
            String format,
            String lifetime,
            String owner) {}

    public void open() {
        rows = servers.list(frame.by()).stream().map(this::row).toList();
    }

    private Row row(Registered<ResourceServer> registered) {
        ResourceServer server = registered.object();
        var written = ResourceServerMetadata.write(server);
        return new Row(
                server.name(),
                server.identifier(),
                frame.getRoot() + Query.of("/console/api", "id", server.identifier()),
                server.scopes().stream().sorted().toList(),
                String.valueOf(written.get("token_format")),
                String.valueOf(written.get("token_lifetime")),
                registered.owner());
    }

    public List<Row> getRows() {
        return rows;
    }
}
