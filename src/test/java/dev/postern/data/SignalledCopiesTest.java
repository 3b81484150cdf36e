package dev.postern.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SignalledCopiesTest {

    private final AtomicBoolean heard = new AtomicBoolean(true);
    private final AtomicLong nanos = new AtomicLong();
    private final Signals signals = new Signals();
    private final SignalledCopies<String> copies =
            new SignalledCopies<>(signals, "things", 100, Duration.ofSeconds(5), nanos::get);

    private final class Signals extends LocalSignals {
        @Override
        public boolean heard() {
            return heard.get();
        }

        void lost() {
            anythingMayHaveChanged();
        }
    }

    private void keep(String key) {
        copies.keep(key, "copy", copies.mark());
    }

    @Test
    void a_copy_is_found_until_its_lifetime_ends() {
        keep("a");
        assertThat(copies.get("a")).contains("copy");
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(copies.get("a")).isEmpty();
    }

    @Test
    void a_signal_takes_the_copy_of_its_key_and_topic_only() {
        keep("a");
        keep("b");
        signals.send("other things", "a");
        assertThat(copies.get("a")).contains("copy");
        signals.send("things", "a");
        assertThat(copies.get("a")).isEmpty();
        assertThat(copies.get("b")).contains("copy");
    }

    @Test
    void what_was_read_before_a_signal_is_not_kept_after_it() {
        long mark = copies.mark();
        signals.send("things", "a");
        copies.keep("a", "old", mark);
        assertThat(copies.get("a")).isEmpty();
    }

    @Test
    void lost_signals_take_every_copy() {
        keep("a");
        signals.lost();
        assertThat(copies.get("a")).isEmpty();
    }

    @Test
    void while_signals_may_be_lost_nothing_is_found_or_kept() {
        keep("a");
        heard.set(false);
        keep("b");
        assertThat(copies.get("a")).isEmpty();
        heard.set(true);
        assertThat(copies.get("b")).isEmpty();
    }
}
