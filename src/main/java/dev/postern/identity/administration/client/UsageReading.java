package dev.postern.identity.administration.client;

import dev.postern.data.database.GrantRegister;
import dev.postern.data.database.GrantRegister.LiveGrants;
import dev.postern.data.database.RegisteredClient;
import dev.postern.data.database.ResourceServer;
import dev.postern.data.database.ResourceServers;
import dev.postern.data.refreshtoken.FamilyRegister;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.List;

/** What would stop working without a client. It reads along the tables of grants and refresh tokens: for a decision, not for a list. */
@Service
public class UsageReading {

    private final ClientAdministration clients;
    private final GrantRegister grants;
    private final FamilyRegister refreshTokens;
    private final ResourceServers servers;

    @Inject
    public UsageReading(
            ClientAdministration clients, GrantRegister grants, FamilyRegister refreshTokens, ResourceServers servers) {
        this.clients = clients;
        this.grants = grants;
        this.refreshTokens = refreshTokens;
        this.servers = servers;
    }

    public Usage of(Administrator by, String clientId) {
        RegisteredClient client = clients.find(by, clientId);
        LiveGrants live = grants.liveOf(clientId, Usage.MOST_COUNTED);
        List<String> asks = servers.ofClient(clientId).stream()
                .map(ResourceServer::identifier)
                .sorted()
                .toList();
        int families = refreshTokens.liveOf(clientId, Usage.MOST_COUNTED);
        return new Usage(live.grants(), live.people(), families, asks, client.owner());
    }
}
