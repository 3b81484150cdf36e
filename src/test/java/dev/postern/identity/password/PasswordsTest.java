package dev.postern.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.platform.Metrics;
import dev.postern.platform.RandomValues;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    private final Metrics metrics = new Metrics();
    private final RandomValues random = new RandomValues(new SecureRandom());
    private final Passwords passwords = new Passwords(Argon2.best(), random, metrics, 2, 8, Duration.ofSeconds(10));
    private final Passwords inJava =
            new Passwords(new BouncyCastleArgon2(), random, metrics, 2, 8, Duration.ofSeconds(10));

    @Test
    void accepts_the_password_that_was_hashed_and_no_other() {
        String hash = passwords.hash("copper lantern at noon");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.verify("copper lantern at noon", hash)).isTrue();
        assertThat(passwords.verify("copper lantern at nooN", hash)).isFalse();
        assertThat(passwords.verify("", hash)).isFalse();
    }

    @Test
    void the_library_and_its_stand_in_agree() {
        assertThat(inJava.verify("häuser 東京", passwords.hash("häuser 東京"))).isTrue();
        assertThat(passwords.verify("häuser 東京", inJava.hash("häuser 東京"))).isTrue();
    }

    @Test
    void the_native_library_loads_on_this_platform() {
        assertThat(Argon2.best()).isInstanceOf(NativeArgon2.class);
    }

    @Test
    void refuses_every_password_where_there_is_no_hash() {
        assertThat(passwords.verify("anything", null)).isFalse();
        assertThat(passwords.verify("anything", "")).isFalse();
        assertThat(passwords.verify("anything", "not a hash")).isFalse();
    }

    @Test
    void does_the_same_work_for_an_unknown_user() {
        int[] calls = new int[1];
        Argon2 counting = (password, salt, memory, passes, lanes, length) -> {
            calls[0] += memory * passes;
            return new byte[length];
        };
        Passwords counted = new Passwords(counting, random, metrics, 1, 0, SHORT);
        String hash = counted.hash("x");
        calls[0] = 0;
        counted.verify("x", hash);
        int known = calls[0];
        counted.verify("x", null);

        assertThat(calls[0] - known).isEqualTo(known);
    }

    @Test
    void a_password_that_is_too_long_is_never_right() {
        String cut = "a".repeat(Passwords.LONGEST);

        assertThat(passwords.verify(cut + "b", passwords.hash(cut))).isFalse();
    }

    /** Passwords for one core, which somebody holds until {@link #end}. */
    private final class Occupied {
        private final CountDownLatch inside = new CountDownLatch(1);
        private final CountDownLatch leave = new CountDownLatch(1);
        private final Passwords passwords;
        private final Thread holder;

        Occupied(int waiting, Duration longestWait) throws InterruptedException {
            passwords = new Passwords(
                    (password, salt, memory, passes, lanes, length) -> {
                        inside.countDown();
                        await(leave);
                        return new byte[length];
                    },
                    random,
                    metrics,
                    1,
                    waiting,
                    longestWait);
            holder = new Thread(() -> passwords.hash("x"));
            holder.start();
            inside.await();
        }

        void end() throws InterruptedException {
            leave.countDown();
            holder.join();
        }
    }

    @Test
    void who_waits_too_long_for_a_core_is_turned_away() throws Exception {
        Occupied one = new Occupied(1, SHORT);

        assertThatThrownBy(() -> one.passwords.hash("y")).isInstanceOf(PasswordsBusy.class);

        one.end();
    }

    @Test
    void who_finds_too_many_waiting_is_turned_away_at_once() throws Exception {
        Occupied one = new Occupied(0, Duration.ofDays(1));

        assertThatThrownBy(() -> one.passwords.hash("y")).isInstanceOf(PasswordsBusy.class);
        assertThat(metrics.openMetrics()).contains("postern_passwords_refused_total 1.0");

        one.end();
        assertThat(one.passwords.hash("z")).isNotEmpty();
    }

    @Test
    void a_failure_gives_the_turn_back() {
        Passwords failing = new Passwords(
                (password, salt, memory, passes, lanes, length) -> {
                    throw new IllegalStateException("broken");
                },
                random,
                metrics,
                1,
                0,
                SHORT);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> failing.hash("x")).hasMessage("broken");
        }
    }

    @Test
    void java_hashes_where_the_library_does_not_load_or_does_not_work() {
        assertThat(Argon2.orInJava(() -> {
                    throw new UnsatisfiedLinkError("no library");
                }))
                .isInstanceOf(BouncyCastleArgon2.class);
        assertThat(Argon2.orInJava(() -> (password, salt, memory, passes, lanes, length) -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(BouncyCastleArgon2.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
