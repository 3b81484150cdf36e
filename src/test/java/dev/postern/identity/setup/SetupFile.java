package dev.postern.identity.setup;

import dev.postern.data.database.InitialAccessToken;
import dev.postern.data.database.ResourceServer;
import dev.postern.data.database.ScopeDefinition;
import dev.postern.identity.registration.ClientDraft;
import dev.postern.identity.registration.UserMetadata;
import java.util.ArrayList;
import java.util.List;

/** What a file wants, in lists. */
record SetupFile(
        String owner,
        List<ClientDraft> clients,
        List<ScopeDefinition> scopes,
        List<ResourceServer> resourceServers,
        List<UserMetadata.Draft> users,
        List<InitialAccessToken> initialAccessTokens)
        implements FileObjects {

    SetupFile(String owner) {
        this(owner, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    @Override
    public void client(ClientDraft draft) {
        clients.add(draft);
    }

    @Override
    public void scope(ScopeDefinition scope) {
        scopes.add(scope);
    }

    @Override
    public void resourceServer(ResourceServer server) {
        resourceServers.add(server);
    }

    @Override
    public void user(UserMetadata.Draft draft) {
        users.add(draft);
    }

    @Override
    public void initialAccessToken(InitialAccessToken token) {
        initialAccessTokens.add(token);
    }
}
