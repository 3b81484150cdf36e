package dev.postern.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestBodyTest {

    private final Input input = new Input();
    private final Taker taker = new Taker();
    private final RequestBody body = new RequestBody(input, -1, 1_000);

    @Test
    void passes_on_what_is_there_already() {
        input.arrives("early", true);
        body.subscribe(taker);
        taker.subscription().request(10);

        assertThat(taker.text).hasToString("early");
        assertThat(taker.completed).isTrue();
    }

    @Test
    void passes_on_what_arrives_together_with_the_end() {
        body.subscribe(taker);
        taker.subscription().request(10);
        input.arrives("late", true);
        body.onAllDataRead();

        assertThat(taker.text).hasToString("late");
        assertThat(taker.completed).isTrue();
        assertThat(body.isAllRead()).isTrue();
    }

    @Test
    void waits_with_the_rest_until_more_is_wanted() {
        body.subscribe(taker);
        input.arrives("late", true);
        body.onAllDataRead();
        assertThat(taker.completed).isFalse();
        taker.subscription().request(1);

        assertThat(taker.text).hasToString("late");
        assertThat(taker.completed).isTrue();
    }

    @Test
    void ends_without_a_body() {
        body.subscribe(taker);
        taker.subscription().request(1);
        input.arrives("", true);
        body.onAllDataRead();

        assertThat(taker.text).hasToString("");
        assertThat(taker.completed).isTrue();
    }

    @Test
    void refuses_more_than_the_most() {
        input.arrives("x".repeat(1_001), true);
        body.subscribe(taker);
        taker.subscription().request(10);

        assertThat(taker.failure).isInstanceOf(GatewayRefused.class);
    }

    /** A container's input as Grizzly has it: ready while bytes are there. */
    private static final class Input extends ServletInputStream {
        private byte[] bytes = new byte[0];
        private int position;
        private boolean ended;

        void arrives(String text, boolean end) {
            bytes = text.getBytes(StandardCharsets.UTF_8);
            position = 0;
            ended = end;
        }

        @Override
        public boolean isFinished() {
            return ended && available() == 0;
        }

        @Override
        public boolean isReady() {
            return available() > 0;
        }

        @Override
        public int available() {
            return bytes.length - position;
        }

        @Override
        public void setReadListener(ReadListener listener) {}

        @Override
        public int read() {
            return available() > 0 ? bytes[position++] : -1;
        }
    }

    private static final class Taker implements Flow.Subscriber<ByteBuffer> {
        private final StringBuilder text = new StringBuilder();
        private Flow.@Nullable Subscription subscription;
        private @Nullable Throwable failure;
        private boolean completed;

        Flow.Subscription subscription() {
            return java.util.Objects.requireNonNull(subscription);
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(ByteBuffer piece) {
            text.append(StandardCharsets.UTF_8.decode(piece));
        }

        @Override
        public void onError(Throwable problem) {
            failure = problem;
        }

        @Override
        public void onComplete() {
            completed = true;
        }
    }
}
