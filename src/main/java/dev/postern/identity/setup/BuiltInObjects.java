package dev.postern.identity.setup;

import static dev.postern.data.database.client.ClientAuthenticationMethod.CLIENT_SECRET_BASIC;

import dev.postern.data.database.Client;
import dev.postern.data.database.ResourceServer;
import dev.postern.data.database.ResourceServer.TokenFormat;
import dev.postern.data.database.ScopeDefinition;
import dev.postern.data.database.client.Access;
import dev.postern.data.database.client.ApplicationType;
import dev.postern.data.database.client.Authentication;
import dev.postern.data.database.client.Identity;
import dev.postern.data.database.client.Keys;
import dev.postern.data.database.client.Localised;
import dev.postern.data.database.client.Logout;
import dev.postern.data.database.client.Presentation;
import dev.postern.data.database.client.Redirection;
import dev.postern.data.database.client.Refresh;
import dev.postern.data.database.client.RefreshPolicy;
import dev.postern.data.database.client.RefreshUse;
import dev.postern.data.database.client.Registration;
import dev.postern.data.database.client.Requests;
import dev.postern.identity.clientauth.ClientSecrets;
import dev.postern.identity.resource.ResourceSettings;
import dev.postern.platform.BuiltInClients;
import dev.postern.platform.PlatformSettings;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.protocol.ClientSecret;
import dev.postern.protocol.Scope;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the project's own parts need to be registered: see {@link BuiltInClients}. */
@Service
class BuiltInObjects {

    private final BuiltInClients parts;
    private final ClientSecrets secrets;
    private final TokenFormat tokenFormat;
    private final Duration tokenLifetime;

    @Inject
    BuiltInObjects(BuiltInClients parts, ClientSecrets secrets, Settings settings) {
        this.parts = parts;
        this.secrets = secrets;
        this.tokenFormat =
                settings.get(PlatformSettings.API_TOKEN_FORMAT).equals("jwt") ? TokenFormat.JWT : TokenFormat.OPAQUE;
        this.tokenLifetime = settings.get(ResourceSettings.ACCESS_TOKEN_LIFETIME);
    }

    Desired wanted() {
        List<Client> clients = new ArrayList<>();
        clients.add(server(BuiltInClients.API, "Resource Server API"));
        clients.add(server(BuiltInClients.GATEWAY, "API Gateway"));
        clients.add(account());
        clients.add(console());
        if (parts.appEnabled()) {
            clients.add(app());
        }
        return new Desired(BuiltInClients.OWNER, clients, scopes(), resourceServers(), List.of(), List.of());
    }

    private List<ResourceServer> resourceServers() {
        Set<String> audiences = new LinkedHashSet<>(parts.apiAudiences());
        ResourceServer gateway = new ResourceServer(
                parts.gatewayIdentifier(),
                "API Gateway",
                Set.of(),
                tokenFormat,
                tokenLifetime,
                BuiltInClients.GATEWAY,
                audiences);
        ResourceServer api = new ResourceServer(
                parts.apiIdentifier(),
                "Resource Server API",
                new LinkedHashSet<>(BuiltInClients.API_SCOPES),
                tokenFormat,
                tokenLifetime,
                BuiltInClients.API,
                audiences);
        ResourceServer admin = new ResourceServer(
                parts.adminIdentifier(),
                "Admin API",
                new LinkedHashSet<>(BuiltInClients.ADMIN_SCOPES),
                TokenFormat.JWT,
                tokenLifetime,
                "",
                Set.of());
        return List.of(api, gateway, admin);
    }

    private static List<ScopeDefinition> scopes() {
        return List.of(
                scope("notes.read", "read your notes", "leer tus notas"),
                scope("notes.write", "write and delete your notes", "escribir y borrar tus notas"),
                scope("admin:read", "see all of this server's configuration", "ver toda la configuración del servidor"),
                scope(
                        "admin:write",
                        "change all of this server's configuration",
                        "cambiar toda la configuración del servidor"),
                scope("admin:clients:read", "see the registered applications", "ver las aplicaciones registradas"),
                scope(
                        "admin:clients:write",
                        "change the registered applications",
                        "cambiar las aplicaciones registradas"),
                scope("admin:users:read", "see the users of this server", "ver los usuarios del servidor"),
                scope("admin:users:write", "change the users of this server", "cambiar los usuarios del servidor"),
                scope("admin:audit:read", "read the audit trail", "leer el registro de auditoría"));
    }

    private static ScopeDefinition scope(String name, String english, String spanish) {
        return new ScopeDefinition(name, Map.of("en", english, "es", spanish), Set.of());
    }

    private Client server(String id, String name) {
        return client(
                id,
                name,
                Map.of(),
                secretHashes(id),
                Set.of(),
                Set.of(),
                Set.of(),
                Scope.NONE,
                RefreshPolicy.NEVER,
                false);
    }

    private Client app() {
        return client(
                BuiltInClients.APP,
                "Notes",
                Map.of("es", "Notas"),
                secretHashes(BuiltInClients.APP),
                Set.of(parts.appRedirectUri()),
                Set.of(parts.appUrl()),
                Set.of("authorization_code", "refresh_token"),
                Scope.ofWire(BuiltInClients.APP_SCOPE),
                RefreshPolicy.ALWAYS,
                false);
    }

    /** The person's own page: asks for nothing, so nobody is asked, and has no secret, so that its codes cannot be redeemed. */
    private Client account() {
        return client(
                BuiltInClients.ACCOUNT,
                "Your account",
                Map.of("es", "Tu cuenta"),
                List.of(),
                Set.of(parts.accountRedirectUri()),
                Set.of(),
                Set.of("authorization_code"),
                Scope.of(Scope.OPENID),
                RefreshPolicy.NEVER,
                true);
    }

    /** The administrators' console: what it may do follows from the roles of who signs in, so it asks for nothing but who that is. */
    private Client console() {
        return client(
                BuiltInClients.CONSOLE,
                "Administration",
                Map.of("es", "Administración"),
                secretHashes(BuiltInClients.CONSOLE),
                Set.of(parts.consoleRedirectUri()),
                Set.of(),
                Set.of("authorization_code"),
                Scope.of(Scope.OPENID),
                RefreshPolicy.NEVER,
                true);
    }

    private List<String> secretHashes(String id) {
        return parts.acceptedSecrets(id).stream()
                .map(secret -> secrets.hash(new ClientSecret(secret)))
                .toList();
    }

    private static Client client(
            String id,
            String name,
            Map<String, String> names,
            List<String> secretHashes,
            Set<String> redirectUris,
            Set<String> postLogoutRedirectUris,
            Set<String> grants,
            Scope scope,
            RefreshPolicy refresh,
            boolean firstParty) {
        return new Client(
                id,
                Presentation.named(new Localised(name, names)),
                new Redirection(ApplicationType.WEB, redirectUris, Set.of()),
                Authentication.by(CLIENT_SECRET_BASIC).withSecret(secretHashes, ""),
                Keys.NONE,
                new Access(
                        grants,
                        grants.contains("authorization_code") ? Set.of("code") : Set.of(),
                        scope,
                        "",
                        Set.of(),
                        firstParty),
                Requests.DEFAULT,
                Identity.DEFAULT,
                new Refresh(refresh, RefreshUse.ROTATE, Refresh.DEFAULT_GRACE),
                Logout.returningTo(postLogoutRedirectUris),
                Registration.BY_ADMINISTRATOR);
    }
}
