package dev.postern.identity.setup;

import dev.postern.data.database.Client;
import dev.postern.data.database.InitialAccessToken;
import dev.postern.data.database.ResourceServer;
import dev.postern.data.database.ScopeDefinition;
import dev.postern.data.database.User;
import java.util.List;

/**
 * All that one owner wants to be in the database; what it owns there and does not name here has to go.
 *
 * @param owner {@code built-in}, {@code demo} or {@code file:NAME}
 */
record Desired(
        String owner,
        List<Client> clients,
        List<ScopeDefinition> scopes,
        List<ResourceServer> resourceServers,
        List<User> users,
        List<InitialAccessToken> initialAccessTokens) {}
