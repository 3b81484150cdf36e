package dev.postern.platform;

import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The clients as which the project's own parts talk to the authorization server, and the facts that their registration needs.
 *
 * <p>Their secrets follow from the master key, so nobody has to make, store or copy one: the part that uses a secret and the
 * start-up code that registers its hash (owner {@value #OWNER}) compute the same value. A new master key version makes a new secret;
 * the one before stays valid while its version is in the key file.
 *
 * <ul>
 *   <li>{@value #API}: B8. client_secret_basic, no grant, no redirect URI; the client of the resource server {@link #apiIdentifier()},
 *       which owns {@link #API_SCOPES}; it may introspect {@link #apiAudiences()}.
 *   <li>{@value #GATEWAY}: B4. client_secret_basic, no grant, no redirect URI; the client of a resource server {@link #gatewayIdentifier()}
 *       that owns no scope; it may introspect {@link #apiAudiences()}.
 *   <li>{@value #APP}: B2, only where {@link #appEnabled()}. client_secret_basic, authorization_code and refresh_token, redirect URI
 *       {@link #appRedirectUri()}, post-logout URI {@link #appUrl()}, scope {@link #APP_SCOPE}, PKCE required, refresh tokens always.
 *   <li>{@value #ACCOUNT}: the person's page at {@code /account}. authorization_code, redirect URI {@link #accountRedirectUri()}, scope openid,
 *       no consent asked, no secret: it wants a session and redeems nothing.
 *   <li>{@value #CONSOLE}: the administrators' console at {@code /console}. client_secret_basic, authorization_code, redirect URI
 *       {@link #consoleRedirectUri()}, scope openid, no consent asked, PKCE required.
 * </ul>
 */
@Service
public class BuiltInClients {

    public static final String OWNER = "built-in";
    public static final String API = "postern-api";
    public static final String GATEWAY = "postern-gateway";
    public static final String APP = "postern-app";
    public static final String ACCOUNT = "postern-account";
    public static final String CONSOLE = "postern-console";

    /** Those that have a secret. */
    public static final List<String> ALL = List.of(API, GATEWAY, APP, CONSOLE);

    public static final List<String> API_SCOPES = List.of("notes.read", "notes.write");

    /** Scopes of the admin API: all of it, and parts of it. */
    public static final List<String> ADMIN_SCOPES = List.of(
            "admin:read",
            "admin:write",
            "admin:clients:read",
            "admin:clients:write",
            "admin:users:read",
            "admin:users:write",
            "admin:audit:read");

    public static final String APP_SCOPE = "openid profile email notes.read notes.write";

    private static final String PURPOSE = "client secret ";

    private final Settings settings;
    private final Issuer issuer;
    private final MasterKeys masterKeys;

    @Inject
    public BuiltInClients(Settings settings, Issuer issuer, MasterKeys masterKeys) {
        this.settings = settings;
        this.issuer = issuer;
        this.masterKeys = masterKeys;
    }

    /** The secret to present: 43 characters of base64url. */
    public String secret(String clientId) {
        return secret(clientId, masterKeys.currentVersion());
    }

    /** The secrets to accept: the current one, and the one before while its master key is known. */
    public List<String> acceptedSecrets(String clientId) {
        int current = masterKeys.currentVersion();
        return IntStream.of(current, current - 1)
                .filter(masterKeys::knows)
                .mapToObj(version -> secret(clientId, version))
                .toList();
    }

    private String secret(String clientId, int version) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(masterKeys.derive(PURPOSE + clientId, version));
    }

    /** Whether the app (B2) is served and its client exists: as set, else as the demo is. */
    public boolean appEnabled() {
        String chosen = settings.get(PlatformSettings.APP_ENABLED);
        return chosen.isEmpty() ? settings.get(PlatformSettings.DEMO) : chosen.equals("true");
    }

    /** Where the browser finds the app, without a trailing slash. */
    public String appUrl() {
        String chosen = settings.get(PlatformSettings.APP_URL);
        return chosen.isEmpty() ? issuer.endpoint("/app") : chosen;
    }

    public String appRedirectUri() {
        return appUrl() + "/callback";
    }

    /** Where a sign-in for the account page returns. */
    public String accountRedirectUri() {
        return issuer.endpoint("/account/signed-in");
    }

    /** Where a sign-in for the console returns. */
    public String consoleRedirectUri() {
        return issuer.endpoint("/console/signed-in");
    }

    /** The resource indicator (RFC 8707) of the Resource Server API and the audience of its tokens. */
    public String apiIdentifier() {
        return apiAudiences().get(0);
    }

    /** Every audience that the API takes tokens for; the first is its own identifier. */
    public List<String> apiAudiences() {
        List<String> chosen = settings.get(PlatformSettings.API_AUDIENCES);
        return chosen.isEmpty() ? List.of(issuer.endpoint("/api")) : chosen;
    }

    /** The resource indicator of the admin API and the audience of its tokens. */
    public String adminIdentifier() {
        return issuer.endpoint("/admin/api/v1");
    }

    /** The resource indicator of the gateway itself. No token is meant for it: it stands for the right to introspect. */
    public String gatewayIdentifier() {
        return issuer.endpoint("/gateway");
    }
}
