package dev.postern.testing.fakes;

import dev.postern.data.database.Client;
import dev.postern.data.database.client.Access;
import dev.postern.data.database.client.ApplicationType;
import dev.postern.data.database.client.AssertionAudience;
import dev.postern.data.database.client.Authentication;
import dev.postern.data.database.client.ClientAuthenticationMethod;
import dev.postern.data.database.client.Identity;
import dev.postern.data.database.client.Keys;
import dev.postern.data.database.client.Localised;
import dev.postern.data.database.client.Logout;
import dev.postern.data.database.client.PkcePolicy;
import dev.postern.data.database.client.Presentation;
import dev.postern.data.database.client.Redirection;
import dev.postern.data.database.client.Refresh;
import dev.postern.data.database.client.RefreshPolicy;
import dev.postern.data.database.client.RefreshUse;
import dev.postern.data.database.client.Registration;
import dev.postern.data.database.client.Requests;
import dev.postern.data.database.client.RetiringSecret;
import dev.postern.data.database.client.SubjectType;
import dev.postern.protocol.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds clients for tests: a confidential web client with every grant, changed where a test needs it. */
public final class TestClients {

    private String id = "web";
    private ClientAuthenticationMethod authentication = ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
    private List<String> secretHashes = List.of();
    private String jwks = "";
    private String jwksUri = "";
    private AssertionAudience audience = AssertionAudience.ISSUER;
    private String assertionAlgorithm = "";
    private String idTokenAlgorithm = "RS256";
    private Scope scope = Scope.of("openid", "profile", "offline_access", "orders.read", "orders.write", "mail.read");
    private Set<String> grantTypes = Set.of("authorization_code", "refresh_token", "client_credentials");
    private Set<String> resources = Set.of();
    private Set<String> origins = Set.of();
    private String defaultResource = "";
    private RefreshPolicy refreshTokens = RefreshPolicy.ALWAYS;
    private RefreshUse refreshUse = RefreshUse.ROTATE;
    private Duration reuseGrace = Duration.ofSeconds(10);
    private boolean selfRegistered;
    private boolean firstParty;
    private ApplicationType applicationType = ApplicationType.WEB;
    private PkcePolicy pkce = PkcePolicy.REQUIRED;
    private Set<String> redirectUris = Set.of("https://app.test/callback");
    private Set<String> responseTypes = Set.of("code");

    public static TestClients web() {
        return new TestClients();
    }

    public TestClients id(String value) {
        id = value;
        return this;
    }

    public TestClients authentication(ClientAuthenticationMethod value) {
        authentication = value;
        return this;
    }

    public TestClients secretHash(String value) {
        secretHashes = List.of(value);
        return this;
    }

    public TestClients jwks(String value) {
        jwks = value;
        return this;
    }

    public TestClients jwksUri(String value) {
        jwksUri = value;
        return this;
    }

    public TestClients audience(AssertionAudience value) {
        audience = value;
        return this;
    }

    public TestClients assertionAlgorithm(String value) {
        assertionAlgorithm = value;
        return this;
    }

    public TestClients idTokenAlgorithm(String value) {
        idTokenAlgorithm = value;
        return this;
    }

    public TestClients scope(String... values) {
        scope = Scope.of(values);
        return this;
    }

    public TestClients grantTypes(String... values) {
        grantTypes = Set.of(values);
        return this;
    }

    public TestClients resources(String... values) {
        resources = Set.of(values);
        return this;
    }

    public TestClients origins(String... values) {
        origins = Set.of(values);
        return this;
    }

    public TestClients defaultResource(String value) {
        defaultResource = value;
        return this;
    }

    public TestClients refreshTokens(RefreshPolicy value) {
        refreshTokens = value;
        return this;
    }

    public TestClients refreshUse(RefreshUse value) {
        refreshUse = value;
        return this;
    }

    public TestClients reuseGrace(Duration value) {
        reuseGrace = value;
        return this;
    }

    public TestClients selfRegistered() {
        selfRegistered = true;
        return this;
    }

    public TestClients firstParty() {
        firstParty = true;
        return this;
    }

    public TestClients pkce(PkcePolicy value) {
        pkce = value;
        return this;
    }

    public TestClients applicationType(ApplicationType value) {
        applicationType = value;
        return this;
    }

    public TestClients redirectUris(String... values) {
        redirectUris = Set.of(values);
        return this;
    }

    public TestClients responseTypes(String... values) {
        responseTypes = Set.of(values);
        return this;
    }

    public Client build() {
        return new Client(
                id,
                Presentation.named(new Localised("Test client", Map.of())),
                new Redirection(applicationType, redirectUris, origins),
                new Authentication(authentication, secretHashes, "", assertionAlgorithm, audience, RetiringSecret.NONE),
                new Keys(jwks, jwksUri),
                new Access(grantTypes, responseTypes, scope, defaultResource, resources, firstParty),
                new Requests(pkce, "", Set.of(), Requests.NO_MAX_AGE, false, List.of()),
                new Identity(SubjectType.PUBLIC, "", idTokenAlgorithm, ""),
                new Refresh(refreshTokens, refreshUse, reuseGrace),
                Logout.NONE,
                new Registration(selfRegistered, Instant.EPOCH, "", true));
    }
}
