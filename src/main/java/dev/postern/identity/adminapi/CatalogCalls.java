package dev.postern.identity.adminapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.Registered;
import dev.postern.data.database.ResourceServer;
import dev.postern.data.database.ScopeDefinition;
import dev.postern.identity.administration.catalog.CatalogUsage;
import dev.postern.identity.administration.catalog.CatalogView;
import dev.postern.identity.administration.catalog.ResourceServerAdministration;
import dev.postern.identity.administration.catalog.ScopeAdministration;
import dev.postern.identity.registration.ResourceServerMetadata;
import dev.postern.identity.registration.ScopeMetadata;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.Map;

/** Scopes and resource servers over HTTP. */
@Service
class CatalogCalls {

    private final ScopeAdministration scopes;
    private final ResourceServerAdministration servers;
    private final IdempotentCalls idempotent;
    private final Issuer issuer;

    @Inject
    CatalogCalls(
            ScopeAdministration scopes,
            ResourceServerAdministration servers,
            IdempotentCalls idempotent,
            Issuer issuer) {
        this.scopes = scopes;
        this.servers = servers;
        this.idempotent = idempotent;
        this.issuer = issuer;
    }

    Answer run(CatalogOperation operation, Call call) {
        return switch (operation) {
            case LIST_SCOPES -> Lists.of(scopes.list(call.by(), call.cursor(), call.limit()), CatalogCalls::scope);
            case CREATE_SCOPE -> createScope(call);
            case READ_SCOPE -> shownScope(200, scopes.find(call.by(), call.id("name")));
            case READ_SCOPE_USAGE -> shown(scopes.usage(call.by(), call.id("name")));
            case REPLACE_SCOPE ->
                shownScope(200, scopes.replace(call.by(), call.id("name"), call.expected(), call.body()));
            case DELETE_SCOPE -> {
                scopes.remove(call.by(), call.id("name"), call.expected());
                yield Answer.nothing();
            }
            case LIST_RESOURCE_SERVERS ->
                Lists.of(servers.list(call.by(), call.cursor(), call.limit()), CatalogCalls::server);
            case CREATE_RESOURCE_SERVER -> createServer(call);
            case READ_RESOURCE_SERVER -> shownServer(200, servers.find(call.by(), call.id("identifier")));
            case READ_RESOURCE_SERVER_USAGE -> shown(servers.usage(call.by(), call.id("identifier")));
            case REPLACE_RESOURCE_SERVER ->
                shownServer(200, servers.replace(call.by(), call.id("identifier"), call.expected(), call.body()));
            case DELETE_RESOURCE_SERVER -> {
                servers.remove(call.by(), call.id("identifier"), call.expected());
                yield Answer.nothing();
            }
        };
    }

    private Answer createScope(Call call) {
        ObjectNode document = call.body();
        return idempotent.once(call, document.toString(), () -> {
            Registered<ScopeDefinition> created = scopes.create(call.by(), document);
            return shownScope(201, created)
                    .with("Location", address("/scopes/", created.object().name()));
        });
    }

    private Answer createServer(Call call) {
        ObjectNode document = call.body();
        return idempotent.once(call, document.toString(), () -> {
            Registered<ResourceServer> created = servers.create(call.by(), document);
            return shownServer(201, created)
                    .with(
                            "Location",
                            address("/resource-servers/", created.object().identifier()));
        });
    }

    private String address(String folder, String id) {
        return issuer.endpoint("/admin/api/v1" + folder + PathIds.write(id));
    }

    private static Answer shownScope(int status, Registered<ScopeDefinition> scope) {
        return Answer.of(status, scope(scope)).withRevision(scope.revision());
    }

    private static Answer shownServer(int status, Registered<ResourceServer> server) {
        return Answer.of(status, server(server)).withRevision(server.revision());
    }

    private static Answer shown(CatalogUsage usage) {
        return Answer.of(200, Map.of("clients", usage.clients(), "resource_servers", usage.resourceServers()));
    }

    private static Map<String, Object> scope(Registered<ScopeDefinition> scope) {
        return CatalogView.of(scope, ScopeMetadata.write(scope.object()));
    }

    private static Map<String, Object> server(Registered<ResourceServer> server) {
        return CatalogView.of(server, ResourceServerMetadata.write(server.object()));
    }
}
