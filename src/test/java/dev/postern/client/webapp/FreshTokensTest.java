package dev.postern.client.webapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.client.webapp.AppSessions.Stored;
import dev.postern.data.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The app's refresh: early enough, by one request at a time, and never stuck. */
class FreshTokensTest {

    private final AppWorld world = new AppWorld();
    private final FreshTokens tokens = node();

    private FreshTokens node() {
        return new FreshTokens(world.sessions, world.tokenCalls(), world.clock, world.settings);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void a_good_token_is_used_as_it_is() throws Exception {
        assertThat(accessToken(tokens.of(signedIn(300)))).isEqualTo("first");
        assertThat(world.server.asked("/token")).isZero();
    }

    @Test
    void a_token_that_is_about_to_expire_is_refreshed() throws Exception {
        answersSecond();
        Stored stored = signedIn(10);
        assertThat(accessToken(tokens.of(stored))).isEqualTo("second");
        assertThat(now(stored).orElseThrow().session().refreshToken()).isEqualTo("refresh-2");
    }

    @Test
    void many_requests_share_one_refresh() throws Exception {
        answersSecond();
        Stored stored = signedIn(10);
        FreshTokens otherNode = node();
        List<CompletableFuture<Optional<AppSession>>> all = IntStream.range(0, 20)
                .mapToObj(i -> (i % 2 == 0 ? tokens : otherNode).of(stored))
                .toList();
        for (CompletableFuture<Optional<AppSession>> one : all) {
            assertThat(accessToken(one)).isEqualTo("second");
        }
        assertThat(world.server.asked("/token")).isEqualTo(1);
    }

    @Test
    void who_comes_late_with_the_old_session_causes_no_second_refresh() throws Exception {
        answersSecond();
        Stored old = signedIn(10);
        tokens.of(old).get(5, TimeUnit.SECONDS);
        assertThat(accessToken(node().of(old))).isEqualTo("second");
        assertThat(world.server.asked("/token")).isEqualTo(1);
    }

    @Test
    void a_refused_refresh_token_ends_the_session() throws Exception {
        world.server.answer("/token", 400, "{\"error\":\"invalid_grant\"}");
        Stored stored = signedIn(10);
        assertThat(tokens.of(stored).get(5, TimeUnit.SECONDS)).isEmpty();
        assertThat(now(stored)).isEmpty();
    }

    @Test
    void a_server_that_is_away_or_busy_or_does_not_know_the_app_does_not() {
        Stored stored = signedIn(10);
        for (int status : new int[] {503, 500, 429, 401}) {
            world.server.answer("/token", status, "{\"error\":\"invalid_client\"}");
            assertThatThrownBy(() -> tokens.of(stored).get(5, TimeUnit.SECONDS))
                    .as("status " + status)
                    .hasCauseInstanceOf(SignInFailed.class);
            assertThat(now(stored)).isPresent();
        }
    }

    @Test
    void a_cache_that_goes_away_meanwhile_blocks_nobody_afterwards() throws Exception {
        answersSecond();
        Stored stored = signedIn(10);
        world.cache.away(true);
        assertThatThrownBy(() -> tokens.of(stored).get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(StoreUnavailable.class);
        world.cache.away(false);
        assertThat(accessToken(tokens.of(stored))).isEqualTo("second");
    }

    private void answersSecond() {
        world.server.answer(
                "/token",
                200,
                "{\"access_token\":\"second\",\"token_type\":\"Bearer\",\"expires_in\":300,\"refresh_token\":\"refresh-2\"}");
    }

    private Stored signedIn(int tokenLivesForSeconds) {
        AppSession session = new AppSession(
                "account",
                1,
                "form",
                "0123456789abcdef0123456789abcdef",
                world.clock.instant().plus(Duration.ofHours(1)),
                Map.of(),
                Map.of(),
                "id-token",
                "first",
                world.clock.instant().plusSeconds(tokenLivesForSeconds),
                "refresh-1",
                "openid");
        return world.sessions.find(world.sessions.begin(session)).orElseThrow();
    }

    private Optional<Stored> now(Stored stored) {
        return world.sessions.byKey(stored.key());
    }

    private static String accessToken(CompletableFuture<Optional<AppSession>> session) throws Exception {
        return session.get(5, TimeUnit.SECONDS).orElseThrow().accessToken();
    }
}
