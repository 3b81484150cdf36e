package dev.postern.identity.setup;

import dev.postern.data.database.Client;
import dev.postern.data.database.ClientRegister;
import dev.postern.data.database.Clients;
import dev.postern.data.database.InitialAccessToken;
import dev.postern.data.database.InitialAccessTokens;
import dev.postern.data.database.RegisteredClient;
import dev.postern.data.database.ResourceServer;
import dev.postern.data.database.ResourceServers;
import dev.postern.data.database.ScopeDefinition;
import dev.postern.data.database.ScopeDefinitions;
import dev.postern.data.database.User;
import dev.postern.data.database.Users;
import dev.postern.data.queue.Event;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes what an owner wants into the database: all of it in one transaction, or nothing. */
@Service
public class Configuration {

    private final OwnedKind<Client> clients;
    private final OwnedKind<ScopeDefinition> scopes;
    private final OwnedKind<ResourceServer> resourceServers;
    private final OwnedKind<User> users;
    private final OwnedKind<InitialAccessToken> tokens;
    private final ResourceServers servers;

    @Inject
    Configuration(
            Clients clients,
            ClientRegister register,
            ScopeDefinitions scopes,
            ResourceServers servers,
            Users users,
            InitialAccessTokens initialAccessTokens) {
        this.servers = servers;
        this.clients = new OwnedKind<>(
                "client",
                Client::id,
                Client::id,
                id -> register.find(id).map(RegisteredClient::client),
                clients::ownerOf,
                clients::ownedBy,
                clients::save,
                clients::delete);
        this.scopes = new OwnedKind<>(
                "scope",
                ScopeDefinition::name,
                ScopeDefinition::name,
                scopes::find,
                scopes::ownerOf,
                scopes::ownedBy,
                scopes::save,
                scopes::delete);
        this.resourceServers = new OwnedKind<>(
                "resource_server",
                ResourceServer::identifier,
                ResourceServer::identifier,
                servers::find,
                servers::ownerOf,
                servers::ownedBy,
                servers::save,
                servers::delete);
        this.users = users(users);
        this.tokens = tokens(initialAccessTokens);
    }

    /** A user who is no longer wanted is disabled, never deleted: their subject must not be anybody else's one day. */
    private static OwnedKind<User> users(Users users) {
        return new OwnedKind<>(
                "user",
                User::subject,
                User::username,
                // A disabled user who comes back is changed, not created; one who is disabled already is left alone.
                users::bySubject,
                users::ownerOf,
                owner -> users.ownedBy(owner).stream()
                        .filter(subject ->
                                users.bySubject(subject).filter(User::enabled).isPresent())
                        .toList(),
                users::save,
                subject -> users.bySubject(subject)
                        .ifPresent(user -> users.save(
                                user.disabled(), users.ownerOf(subject).orElseThrow())));
    }

    private static OwnedKind<InitialAccessToken> tokens(InitialAccessTokens tokens) {
        return new OwnedKind<>(
                "initial_access_token",
                InitialAccessToken::tokenHash,
                InitialAccessToken::name,
                tokens::find,
                tokens::ownerOf,
                tokens::ownedBy,
                tokens::save,
                tokens::delete);
    }

    /**
     * @param wanted asked for inside the transaction
     * @return what changed, to be published after the commit
     * @throws SetupRefused if it would touch what another owner has; nothing is changed then
     */
    @Transactional
    public List<Event> bringAbout(Supplier<Desired> wanted) {
        Desired desired = wanted.get();
        String owner = desired.owner();
        List<Event> changes = new ArrayList<>();
        changes.addAll(scopes.bringAbout(desired.scopes(), owner));
        changes.addAll(resourceServers.bringAbout(desired.resourceServers(), owner));
        desired.resourceServers().forEach(server -> refuseTakenScopes(server, owner));
        changes.addAll(clients.bringAbout(desired.clients(), owner));
        changes.addAll(users.bringAbout(desired.users(), owner));
        changes.addAll(tokens.bringAbout(desired.initialAccessTokens(), owner));
        return changes;
    }

    private void refuseTakenScopes(ResourceServer wanted, String owner) {
        for (String scope : wanted.scopes()) {
            Optional<ResourceServer> taken = servers.all().stream()
                    .filter(other -> !other.identifier().equals(wanted.identifier()))
                    .filter(other -> other.scopes().contains(scope))
                    .findFirst();
            if (taken.isPresent()) {
                throw new SetupRefused(owner + " wants scope '" + scope + "' for " + wanted.identifier()
                        + ", but it belongs to " + taken.get().identifier());
            }
        }
    }
}
