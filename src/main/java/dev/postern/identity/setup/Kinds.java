package dev.postern.identity.setup;

import dev.postern.data.database.Client;
import dev.postern.data.database.ClientRegister;
import dev.postern.data.database.InitialAccessToken;
import dev.postern.data.database.InitialAccessTokens;
import dev.postern.data.database.Registered;
import dev.postern.data.database.RegisteredClient;
import dev.postern.data.database.ResourceServer;
import dev.postern.data.database.ResourceServerRegister;
import dev.postern.data.database.ResourceServers;
import dev.postern.data.database.ScopeDefinition;
import dev.postern.data.database.ScopeDefinitions;
import dev.postern.data.database.ScopeRegister;
import dev.postern.data.database.User;
import dev.postern.data.database.UserRegister;
import dev.postern.data.database.Users;
import dev.postern.identity.registration.ResourceServerMetadata;
import dev.postern.identity.registration.ScopeMetadata;
import dev.postern.identity.registration.WrittenClient;
import dev.postern.identity.setup.OwnedKind.Owned;
import dev.postern.platform.Json;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The kinds of objects that a file, the product itself and the demo make. */
@Service
class Kinds {

    final OwnedKind<Client> clients;
    final OwnedKind<ScopeDefinition> scopes;
    final OwnedKind<ResourceServer> resourceServers;
    final OwnedKind<User> users;
    final OwnedKind<InitialAccessToken> tokens;

    @Inject
    Kinds(
            ClientRegister clientRegister,
            ScopeDefinitions scopes,
            ScopeRegister scopeRegister,
            ResourceServers servers,
            ResourceServerRegister serverRegister,
            Users users,
            UserRegister userRegister,
            InitialAccessTokens tokens) {
        this.clients = clients(clientRegister);
        this.scopes = new OwnedKind<>(
                "scope",
                ScopeDefinition::name,
                ScopeDefinition::name,
                ScopeMetadata::write,
                scope -> "",
                ids -> each(ids, id -> scopeRegister.find(id).map(Kinds::owned)),
                scopes::ownedBy,
                (objects, owner) -> objects.forEach(scope -> scopes.save(scope, owner)),
                objects -> objects.forEach(scope -> scopes.delete(scope.name())));
        this.resourceServers = new OwnedKind<>(
                "resource_server",
                ResourceServer::identifier,
                ResourceServer::identifier,
                ResourceServerMetadata::write,
                server -> "",
                ids -> each(ids, id -> serverRegister.find(id).map(Kinds::owned)),
                servers::ownedBy,
                (objects, owner) -> objects.forEach(server -> servers.save(server, owner)),
                objects -> objects.forEach(server -> servers.delete(server.identifier())));
        this.users = users(users, userRegister);
        this.tokens = new OwnedKind<>(
                "initial_access_token",
                InitialAccessToken::tokenHash,
                InitialAccessToken::name,
                Kinds::written,
                token -> "token",
                ids -> each(
                        ids,
                        id -> tokens.find(id)
                                .map(token ->
                                        new Owned<>(token, tokens.ownerOf(id).orElse("")))),
                tokens::ownedBy,
                (objects, owner) -> objects.forEach(token -> tokens.save(token, owner)),
                objects -> objects.forEach(token -> tokens.delete(token.tokenHash())));
    }

    private static OwnedKind<Client> clients(ClientRegister register) {
        return new OwnedKind<>(
                "client",
                Client::id,
                Client::id,
                WrittenClient::of,
                client -> client.authentication().hasSecret() ? "client_secret" : "",
                ids -> {
                    Map<String, Owned<Client>> present = new LinkedHashMap<>();
                    for (RegisteredClient found : register.among(new HashSet<>(ids))) {
                        present.put(found.client().id(), new Owned<>(found.client(), found.owner()));
                    }
                    return present;
                },
                register::idsOwnedBy,
                register::putAll,
                gone -> register.removeAll(gone.stream().map(Client::id).toList()));
    }

    /** A user who is no longer wanted is disabled, never deleted: their subject must not be anybody else's one day. */
    private static OwnedKind<User> users(Users users, UserRegister register) {
        return new OwnedKind<>(
                "user",
                User::subject,
                User::username,
                Kinds::written,
                user -> user.passwordHash().isEmpty() ? "" : "password",
                ids -> each(ids, id -> register.find(id).map(Kinds::owned)),
                // A disabled user who comes back is changed, not created; one who is disabled already is left alone.
                register::enabledOwnedBy,
                register::putAll,
                gone -> gone.forEach(user -> users.save(
                        user.disabled(), users.ownerOf(user.subject()).orElseThrow())));
    }

    private static Map<String, Object> written(User user) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("username", user.username());
        fields.put("claims", user.claims());
        fields.put("roles", user.roles());
        fields.put("enabled", user.enabled());
        return fields;
    }

    private static Map<String, Object> written(InitialAccessToken token) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", token.name());
        token.expiresAt().ifPresent(at -> fields.put("expires", at.toString()));
        fields.put("policy", Json.readObject(token.policy()));
        return fields;
    }

    private static <T> Owned<T> owned(Registered<T> found) {
        return new Owned<>(found.object(), found.owner());
    }

    private static <T> Map<String, Owned<T>> each(Collection<String> ids, Function<String, Optional<Owned<T>>> find) {
        Map<String, Owned<T>> present = new HashMap<>();
        ids.forEach(id -> find.apply(id).ifPresent(found -> present.put(id, found)));
        return present;
    }
}
