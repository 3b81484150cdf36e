package dev.postern.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.postern.platform.Json;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.TestServer;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * kill -9 in the middle of 200 sign-ins: what a client has received holds after the restart, although database and broker died with
 * the server. With parts that live on, {@code cluster.NodeDiesIT} does the same.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillIT {

    private static final int SIGN_INS = 200;
    private static final int PEOPLE = 8;
    private static final int KILLED_AFTER = 100;
    private static final String CLIENT = "refresh-always";
    private static final String SECRET = "refresh-always-secret-0123456789-abc";
    private static final String REDIRECT_URI = "http://127.0.0.1:18081/callback";
    private static final String SCOPE = "openid profile orders.read";

    /** A code that a client received, and the verifier for it. */
    private record Code(String value, String verifier) {}

    /** What a client received for a code. */
    private record Answer(Code code, String refreshToken, String tokenId) {}

    private static final Queue<Code> CODES = new ConcurrentLinkedQueue<>();
    private static final Queue<Answer> ANSWERS = new ConcurrentLinkedQueue<>();
    private static final Queue<AssertionError> REFUSED = new ConcurrentLinkedQueue<>();
    private static final SecureRandom RANDOM = new SecureRandom();

    private static TestServer server;

    @BeforeAll
    static void kill_the_server_in_the_middle_of_200_sign_ins() throws InterruptedException {
        server = TestServer.fresh(Mode.EMBEDDED, Map.of());
        AtomicInteger left = new AtomicInteger(SIGN_INS);
        CountDownLatch half = new CountDownLatch(KILLED_AFTER);
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        for (int i = 0; i < PEOPLE; i++) {
            people.execute(() -> signInUntilTheServerIsGone(left, half));
        }
        assertThat(half.await(3, TimeUnit.MINUTES))
                .as("100 sign-ins, but %s", REFUSED)
                .isTrue();
        server.kill9();
        people.shutdown();
        assertThat(people.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(ANSWERS).as("some were under way").hasSizeLessThan(SIGN_INS);
        server.restart();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void every_token_answer_that_had_left_has_its_audit_row() throws InterruptedException {
        List<String> expected = ANSWERS.stream().map(Answer::tokenId).sorted().toList();
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        List<String> recorded = recorded(expected);
        while (!recorded.equals(expected) && Instant.now().isBefore(deadline)) {
            Thread.sleep(500);
            recorded = recorded(expected);
        }
        assertThat(recorded).isEqualTo(expected);
    }

    @Test
    @Order(2)
    void every_refresh_token_that_a_client_had_received_works() {
        assertThat(ANSWERS).hasSizeGreaterThanOrEqualTo(KILLED_AFTER).allSatisfy(answer -> {
            Page page = token(Map.of("grant_type", "refresh_token", "refresh_token", answer.refreshToken()));
            assertThat(page.status()).as(page.body()).isEqualTo(200);
        });
    }

    @Test
    @Order(3)
    void no_code_can_be_redeemed_twice() {
        Map<Code, Integer> redeemed = new HashMap<>();
        ANSWERS.forEach(answer -> redeemed.merge(answer.code(), 1, Integer::sum));
        for (Code code : CODES) {
            for (int i = 0; i < 2; i++) {
                redeemed.merge(code, redeem(code).status() == 200 ? 1 : 0, Integer::sum);
            }
        }
        assertThat(redeemed.values()).allSatisfy(times -> assertThat(times).isLessThanOrEqualTo(1));
    }

    @Test
    @Order(4)
    void the_set_up_file_changed_nothing_at_the_second_start() {
        assertThat(server.log()).contains("Set-up applied: 0 changes");
    }

    private static void signInUntilTheServerIsGone(AtomicInteger left, CountDownLatch half) {
        Browser browser = new Browser(server.issuer());
        while (left.getAndDecrement() > 0) {
            try {
                signIn(browser);
                half.countDown();
            } catch (AssertionError refused) { // a 503 on a busy machine: that person tries again
                REFUSED.add(refused);
            } catch (UncheckedIOException gone) {
                return; // the server was killed: what was under way is lost, as meant
            }
        }
    }

    private static void signIn(Browser browser) {
        String verifier = random();
        String state = random();
        Map<String, String> request = new HashMap<>();
        request.put("response_type", "code");
        request.put("client_id", CLIENT);
        request.put("redirect_uri", REDIRECT_URI);
        request.put("scope", SCOPE);
        request.put("state", state);
        request.put("code_challenge", dev.postern.platform.Digests.sha256(verifier));
        request.put("code_challenge_method", "S256");
        Page back = browser.signIn(request, "alice", "copper lantern at noon");
        assertThat(back.parameter("state")).contains(state);
        Code code = new Code(back.parameter("code").orElseThrow(), verifier);
        CODES.add(code);
        Page answer = redeem(code);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        Map<String, Object> tokens = Json.readObject(answer.body());
        ANSWERS.add(new Answer(code, (String) tokens.get("refresh_token"), jti((String) tokens.get("access_token"))));
    }

    private static Page redeem(Code code) {
        return token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code.value(),
                "redirect_uri",
                REDIRECT_URI,
                "code_verifier",
                code.verifier()));
    }

    private static Page token(Map<String, String> form) {
        String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        return new Browser(server.issuer()).post("/token", form, "Authorization", "Basic " + basic);
    }

    /** Those of the expected ids that the audit trail has, once for each row. */
    private static List<String> recorded(List<String> expected) {
        Map<String, Boolean> wanted = expected.stream().collect(Collectors.toMap(id -> id, id -> true));
        List<String> found = new ArrayList<>();
        for (Map<String, Object> row : server.database()
                .rows("select cast(details as varchar) as details from audit_event where type = 'token_issued'")) {
            String id = String.valueOf(
                    Json.readObject(String.valueOf(row.get("details"))).get("token_id"));
            if (wanted.containsKey(id)) {
                found.add(id);
            }
        }
        return found.stream().sorted().toList();
    }

    private static String jti(String accessToken) {
        try {
            return SignedJWT.parse(accessToken).getJWTClaimsSet().getJWTID();
        } catch (java.text.ParseException e) {
            throw new AssertionError("not a JWT", e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
