package dev.postern.identity.setup;

import dev.postern.data.database.InitialAccessToken;
import dev.postern.data.database.ResourceServer;
import dev.postern.data.database.ScopeDefinition;
import dev.postern.identity.registration.ClientDraft;
import dev.postern.identity.registration.UserMetadata;
import java.util.List;

/**
 * What a set-up file wants to be there, read and judged.
 *
 * @param owner {@code file:} and the file's name: who may change these objects later
 */
record SetupFile(
        String owner,
        List<ClientDraft> clients,
        List<ScopeDefinition> scopes,
        List<ResourceServer> resourceServers,
        List<UserMetadata.Draft> users,
        List<InitialAccessToken> initialAccessTokens) {

    static final List<String> SECTIONS =
            List.of("clients", "scopes", "resource-servers", "users", "initial-access-tokens");
}
