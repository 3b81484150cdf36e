package dev.postern.platform.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class GuardedBodyTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Semaphore slow = new Semaphore(1);
    private int refusals;

    @Test
    void a_body_that_has_arrived_is_read_although_too_many_others_are_slow() throws Exception {
        slow.acquire();
        assertThat(body(new Arriving("a=b", 3), 3, 10, LONG).readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("a=b");
    }

    @Test
    void a_body_in_pieces_is_read_and_gives_its_turn_back() throws Exception {
        assertThat(body(new Arriving("grant_type=x", 1), -1, 100, LONG).readAllBytes())
                .hasSize(12);
        assertThat(slow.availablePermits()).isEqualTo(1);
    }

    @Test
    void a_body_that_must_be_awaited_is_refused_when_too_many_are_slow() throws Exception {
        slow.acquire();
        assertRefused(503, body(new Arriving("a=b", 1), 3, 10, LONG));
    }

    @Test
    void drops_that_take_too_long_together_are_refused_though_each_is_quick() {
        assertRefused(408, body(new Arriving("a=b", 1), 3, 10, Duration.ofNanos(-1)));
        assertThat(slow.availablePermits()).isEqualTo(1);
    }

    @Test
    void the_servers_time_out_of_one_read_is_told_as_one() {
        assertRefused(408, body(failing(new IOException(new TimeoutException())), 3, 10, LONG));
    }

    @Test
    void a_body_that_ends_early_is_told_as_such() {
        assertRefused(400, body(failing(new IOException("reset by peer")), 3, 10, LONG));
    }

    @Test
    void a_body_is_too_large_by_its_length_or_by_its_bytes() {
        assertRefused(413, body(new Arriving("a=b&c=d", 7), 7, 6, LONG));
        assertRefused(413, body(new Arriving("a=b&c=d", 7), -1, 6, LONG));
    }

    @Test
    void who_reads_without_blocking_is_left_alone() throws Exception {
        slow.acquire();
        GuardedBody body = body(new Arriving("a=b&c=d", 1), -1, 6, Duration.ofNanos(-1));
        body.setReadListener(null);
        assertThat(body.readAllBytes()).hasSize(7);
    }

    private void assertRefused(int status, GuardedBody body) {
        int before = refusals;
        assertThatThrownBy(body::readAllBytes)
                .isInstanceOfSatisfying(
                        BodyRefused.class, e -> assertThat(e.status()).isEqualTo(status));
        assertThat(refusals).isEqualTo(before + 1);
    }

    private GuardedBody body(ServletInputStream input, long length, int mostBytes, Duration timeout) {
        return new GuardedBody(input, length, new BodyLimits(mostBytes, timeout, slow), () -> refusals++);
    }

    private static ServletInputStream failing(IOException failure) {
        return new Arriving("a=b", 1) {
            @Override
            public int read(byte[] into, int offset, int count) throws IOException {
                throw failure;
            }
        };
    }

    /** A body of which the first bytes are there; the others are waited for. */
    private static class Arriving extends ServletInputStream {
        private final byte[] text;
        private final int there;
        private int position;

        Arriving(String text, int there) {
            this.text = text.getBytes(StandardCharsets.UTF_8);
            this.there = there;
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            int length = Math.min(count, Math.max(1, available()));
            if (position == text.length) {
                return -1;
            }
            System.arraycopy(text, position, into, offset, length);
            position += length;
            return length;
        }

        @Override
        public int read() {
            return position == text.length ? -1 : text[position++];
        }

        @Override
        public int available() {
            return Math.max(0, there - position);
        }

        @Override
        public boolean isFinished() {
            return position == text.length;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {}
    }
}
