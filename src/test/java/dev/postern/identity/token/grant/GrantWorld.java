package dev.postern.identity.token.grant;

import dev.postern.data.database.Client;
import dev.postern.data.database.ResourceServer;
import dev.postern.data.database.ResourceServer.TokenFormat;
import dev.postern.data.database.User;
import dev.postern.data.queue.TokenFacts;
import dev.postern.identity.claims.UserClaims;
import dev.postern.identity.clientauth.AuthenticatedClient;
import dev.postern.identity.code.AuthorizationCodes;
import dev.postern.identity.code.DeviceCodes;
import dev.postern.identity.code.IssuedCode;
import dev.postern.identity.resource.ResourceIndicators;
import dev.postern.identity.token.TokenService;
import dev.postern.picture.HopTrace;
import dev.postern.platform.Digests;
import dev.postern.platform.Issuer;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Settings;
import dev.postern.protocol.GrantedClaims;
import dev.postern.protocol.Scope;
import dev.postern.protocol.TokenValue;
import dev.postern.testing.fakes.FakeCache;
import dev.postern.testing.fakes.FakeFamilies;
import dev.postern.testing.fakes.FakeGrants;
import dev.postern.testing.fakes.FakeResourceServers;
import dev.postern.testing.fakes.FakeScopeDefinitions;
import dev.postern.testing.fakes.FakeUsers;
import dev.postern.testing.fakes.TestClients;
import dev.postern.testing.fakes.TestClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The grants with everything they need, in memory. */
public final class GrantWorld {

    public static final String ORDERS = "https://orders.test/api";
    public static final String MAIL = "https://mail.test/api";
    public static final String VERIFIER = "a-verifier-of-forty-three-characters-or-more";
    public static final String REDIRECT_URI = "https://app.test/callback";
    public static final User ALICE = new User("usr_alice", "alice", "", Map.of("name", "Alice"), Set.of(), true);

    public final TestClock clock = new TestClock();
    public final FakeCache cache = new FakeCache(clock);
    public final FakeGrants grants = new FakeGrants();
    public final FakeUsers users = FakeUsers.of(ALICE);
    public final FakeFamilies families = new FakeFamilies();
    public final Settings settings = Settings.of(Map.of());
    public final RandomValues random = new RandomValues(new SecureRandom());
    public final FakeResourceServers servers = FakeResourceServers.of(
            new ResourceServer(
                    ORDERS,
                    "Orders",
                    Set.of("orders.read", "orders.write"),
                    TokenFormat.JWT,
                    Duration.ofMinutes(10),
                    "rs-orders",
                    Set.of()),
            new ResourceServer(
                    MAIL, "Mail", Set.of("mail.read"), TokenFormat.OPAQUE, Duration.ofMinutes(2), "", Set.of()));
    public final ResourceIndicators resources =
            new ResourceIndicators(servers, new Issuer("https://issuer.test", ""), settings);
    public final AuthorizationCodes codes = new AuthorizationCodes(cache, random, clock, settings);
    public final DeviceCodes deviceCodes = new DeviceCodes(cache, random, clock, settings);
    public final HopTrace hops = new HopTrace(clock);

    private final Replays replays = new Replays(grants, families, random, clock);
    private final RefreshTokens refreshTokens =
            new RefreshTokens(families, new UserClaims(FakeScopeDefinitions.standard()), hops, settings);

    private final CodeRedemption redemption = new CodeRedemption(codes, grants, users, resources, refreshTokens, hops);

    public final AuthorizationCodeGrant codeGrant =
            new AuthorizationCodeGrant(codes, grants, redemption, replays, hops, clock);
    public final DeviceCodeGrant deviceGrant =
            new DeviceCodeGrant(deviceCodes, grants, redemption, replays, hops, clock);
    public final RefreshTokenGrant refreshGrant =
            new RefreshTokenGrant(families, users, resources, refreshTokens, replays, hops, clock);
    public final ClientCredentialsGrant credentialsGrant = new ClientCredentialsGrant(resources, random);

    public TokenService service() {
        return new TokenService(codeGrant, refreshGrant, credentialsGrant, deviceGrant, grants, families, clock);
    }

    /** The code of a sign-in with PKCE for the given scope. */
    public TokenValue code(String scope, String... resource) {
        return codes.issue(issued(scope, Digests.sha256(VERIFIER), true, resource));
    }

    public IssuedCode issued(String scope, String challenge, boolean redirectUriSent, String... resource) {
        return new IssuedCode(
                "web",
                ALICE.subject(),
                random.identifier(),
                "session-1",
                REDIRECT_URI,
                redirectUriSent,
                scope,
                List.of(resource),
                GrantedClaims.NONE,
                "nonce-1",
                challenge,
                clock.instant(),
                List.of("pwd"),
                clock.instant().plus(Duration.ofHours(8)),
                "",
                codes.expiry());
    }

    public Granted redeem(TokenValue code) {
        return redeem(TestClients.web().build(), code);
    }

    public Granted redeem(Client client, TokenValue code, String... resource) {
        return codeGrant.redeem(request(client, code, Optional.of(REDIRECT_URI), Optional.of(VERIFIER), resource));
    }

    public static CodeRequest request(
            Client client,
            TokenValue code,
            Optional<String> redirectUri,
            Optional<String> verifier,
            String... resource) {
        return new CodeRequest(authenticated(client), code, redirectUri, verifier, List.of(resource), FACTS);
    }

    public static final TokenFacts FACTS = new TokenFacts("web", "", "client_secret_basic", "", "", "", "");

    public static AuthenticatedClient authenticated(Client client) {
        return new AuthenticatedClient(client, client.authentication().method());
    }

    public Granted refresh(Client client, TokenValue token) {
        return refresh(client, token, null);
    }

    public Granted refresh(Client client, TokenValue token, String scope, String... resource) {
        return refreshGrant.redeem(new RefreshRequest(
                authenticated(client), token, Optional.ofNullable(scope).map(Scope::ofWire), List.of(resource), FACTS));
    }
}
