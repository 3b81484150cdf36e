package dev.postern.spec.backchannellogout;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.postern.spec.backchannellogout.LogoutReceiver.Received;
import dev.postern.spec.rfc7591.Registrant;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** OpenID Connect Back-Channel Logout 1.0, through the broker and the database of either set-up. */
@ParameterizedClass
@MethodSource("dev.postern.testserver.Mode#all")
class BackChannelLogoutIT {

    private static final String ALICE = "copper lantern at noon";

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private static LogoutReceiver receiver;
    private static TestServer server;
    private static OAuthClient told;
    private static OAuthClient toldByEs256;
    private static OAuthClient unreachable;
    private static OAuthClient untold;

    private final Browser browser = new Browser(server.issuer());

    @Parameter
    @SuppressWarnings("UnusedVariable") // each invocation has one, and the server is that of it
    private Mode mode;

    @BeforeParameterizedClassInvocation
    static void register(Mode mode) throws Exception {
        receiver = new LogoutReceiver();
        server = TestServer.shared(mode);
        String uri = "http://127.0.0.1:" + receiver.port();
        told = client("backchannel_logout_uri", uri + "/told", "backchannel_logout_session_required", true);
        toldByEs256 = client("backchannel_logout_uri", uri + "/told-es256", "id_token_signed_response_alg", "ES256");
        unreachable = client("backchannel_logout_uri", "http://127.0.0.9:" + receiver.port() + "/");
        untold = client();
    }

    private static OAuthClient client(Object... metadata) {
        Answer registered = new Registrant(server).register(Registrant.metadata(metadata));
        return new OAuthClient(server.issuer(), registered.text("client_id"), registered.text("client_secret"));
    }

    @AfterParameterizedClassInvocation
    static void close() {
        receiver.close();
    }

    @BeforeEach
    void answersWell() {
        receiver.status.set(200);
    }

    private Answer signIn(OAuthClient client) {
        return client.tokens(browser, "openid profile", "alice", ALICE);
    }

    private Page logOut(Answer tokens) {
        return browser.get("/logout?" + Browser.form(Map.of("id_token_hint", tokens.text("id_token"))));
    }

    @Test
    void every_application_of_the_session_is_told_with_a_token_as_the_specification_has_it() throws Exception {
        signIn(toldByEs256);
        signIn(untold);
        Answer tokens = signIn(told);

        assertThat(logOut(tokens).location().getPath()).isEqualTo("/signed-out");

        Received one = receiver.next();
        Received other = receiver.next();
        assertThat(Set.of(one.path(), other.path())).containsExactlyInAnyOrder("/told", "/told-es256");
        Received rs256 = one.path().equals("/told") ? one : other;
        assertThat(rs256.contentType()).startsWith("application/x-www-form-urlencoded");
        assertThat(rs256.jwt().getHeader().getType().getType()).isEqualTo("logout+jwt");
        isSigned(rs256.jwt(), "RS256");
        isSigned((rs256 == one ? other : one).jwt(), "ES256");
        saysAll(rs256.jwt().getJWTClaimsSet(), tokens.claims("id_token"));
        assertThat(receiver.isQuietFor(Duration.ofSeconds(1))).isTrue();
        assertThat(audited(
                        "success",
                        told,
                        String.valueOf(tokens.claims("id_token").get("sid"))))
                .isEqualTo(1);
    }

    /** Section 2.4. */
    private static void saysAll(JWTClaimsSet claims, Map<String, Object> idToken) throws Exception {
        assertThat(claims.getIssuer()).isEqualTo(server.issuer());
        assertThat(claims.getSubject()).isEqualTo(idToken.get("sub"));
        assertThat(claims.getStringClaim("sid")).isEqualTo(idToken.get("sid"));
        assertThat(claims.getAudience()).containsExactly(told.id());
        assertThat(claims.getJSONObjectClaim("events")).containsOnly(Map.entry(EVENT, Map.of()));
        assertThat(claims.getJWTID()).hasSizeGreaterThan(20);
        assertThat(claims.getIssueTime().toInstant()).isBeforeOrEqualTo(Instant.now());
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isPositive()
                .isLessThanOrEqualTo(Duration.ofMinutes(2));
        assertThat(claims.getClaims()).doesNotContainKey("nonce");
    }

    private static void isSigned(SignedJWT jwt, String algorithm) throws Exception {
        assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo(algorithm);
        Answer keys = OAuthClient.send(new OAuthClient(server.issuer(), "", "").request("/jwks"));
        AsymmetricJWK key = (AsymmetricJWK) JWKSet.parse(keys.response().body())
                .getKeyByKeyId(jwt.getHeader().getKeyID());
        assertThat(jwt.verify(new DefaultJWSVerifierFactory().createJWSVerifier(jwt.getHeader(), key.toPublicKey())))
                .isTrue();
    }

    @Test
    void an_application_that_is_not_well_is_told_again_and_the_second_answer_counts() throws Exception {
        Answer tokens = signIn(told);
        receiver.status.set(503);
        logOut(tokens);
        Received first = receiver.next();
        receiver.status.set(204);

        Received second = receiver.next();

        assertThat(second.jwt().getJWTClaimsSet().getJWTID())
                .as("or it might be refused as a replay")
                .isNotEqualTo(first.jwt().getJWTClaimsSet().getJWTID());
        assertThat(audited(
                        "success",
                        told,
                        String.valueOf(tokens.claims("id_token").get("sid"))))
                .isEqualTo(1);
    }

    @Test
    void an_application_that_stays_away_is_given_up_with_an_event() throws Exception {
        Answer tokens = signIn(told);
        receiver.status.set(500);
        logOut(tokens);
        receiver.next();

        assertThat(audited(
                        "failure",
                        told,
                        String.valueOf(tokens.claims("id_token").get("sid"))))
                .isEqualTo(1);
        receiver.next(); // the second and last attempt
    }

    @Test
    void an_application_that_refuses_is_not_asked_again() throws Exception {
        Answer tokens = signIn(told);
        receiver.status.set(400);
        logOut(tokens);
        receiver.next();

        assertThat(audited(
                        "failure",
                        told,
                        String.valueOf(tokens.claims("id_token").get("sid"))))
                .isEqualTo(1);
        assertThat(receiver.isQuietFor(
                        TestServer.FIRST_LOGOUT_RETRY.multipliedBy(2).plusSeconds(1)))
                .isTrue();
    }

    @Test
    void an_address_that_must_not_be_called_is_not() throws Exception {
        Answer tokens = signIn(unreachable);
        logOut(tokens);

        assertThat(audited(
                        "failure",
                        unreachable,
                        String.valueOf(tokens.claims("id_token").get("sid"))))
                .isEqualTo(1);
        assertThat(receiver.isQuietFor(Duration.ofSeconds(1))).isTrue();
    }

    @Test
    void who_signs_in_in_anothers_place_signs_them_out_everywhere() throws Exception {
        Answer tokens = signIn(told);
        Page login = browser.get(browser.authorize(untold.authorization("openid", "prompt", "login"))
                .location());
        browser.login(login, "bob", "seven quiet harbours");

        assertThat(receiver.next().jwt().getJWTClaimsSet().getStringClaim("sid"))
                .isEqualTo(tokens.claims("id_token").get("sid"));
    }

    @Test
    void a_client_whose_consent_is_withdrawn_is_told() throws Exception {
        Answer tokens = signIn(told);
        Page account = browser.get("/account");
        Map<String, String> form = formOf(account, told.id());
        browser.post("/account/withdraw", form);

        assertThat(receiver.next().jwt().getJWTClaimsSet().getStringClaim("sid"))
                .isEqualTo(tokens.claims("id_token").get("sid"));
    }

    /** The hidden fields of the one form that names a client. */
    private static Map<String, String> formOf(Page page, String client) {
        List<String> forms = List.of(page.body().split("<form"));
        String own = forms.stream()
                .filter(form -> form.contains("name=\"client\" value=\"" + client + "\""))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page.body()));
        String token = own.replaceFirst("(?s).*name=\"token\" value=\"([^\"]*)\".*", "$1");
        return Map.of("client", client, "token", token);
    }

    @Test
    void metadata_says_so() {
        Answer metadata =
                OAuthClient.send(new OAuthClient(server.issuer(), "", "").request("/.well-known/openid-configuration"));

        assertThat(metadata.json())
                .containsEntry("backchannel_logout_supported", true)
                .containsEntry("backchannel_logout_session_supported", true);
    }

    /** The audit trail is written a moment later. */
    private static long audited(String outcome, OAuthClient client, String sessionId) throws InterruptedException {
        long found = 0;
        for (int i = 0; i < 200 && found == 0; i++) {
            Thread.sleep(100);
            found = server.database()
                    .number(
                            "select count(*) from audit_event where type = 'logout_sent' and outcome = ? and client_id = ?"
                                    + " and session_id = ?",
                            outcome,
                            client.id(),
                            sessionId);
        }
        return found;
    }
}
