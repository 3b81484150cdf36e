package dev.postern.identity.setup;

import dev.postern.data.database.InitialAccessToken;
import dev.postern.data.database.ResourceServer;
import dev.postern.data.database.ScopeDefinition;
import dev.postern.identity.registration.ClientDraft;
import dev.postern.identity.registration.UserMetadata;

/** Whoever is told what a file wants to be there, object by object in the file's order. */
interface FileObjects {

    void client(ClientDraft draft);

    void scope(ScopeDefinition scope);

    void resourceServer(ResourceServer server);

    void user(UserMetadata.Draft draft);

    void initialAccessToken(InitialAccessToken token);
}
