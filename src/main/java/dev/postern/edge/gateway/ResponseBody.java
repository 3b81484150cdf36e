package dev.postern.edge.gateway;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An upstream's response body on its way to the client: written without blocking; more is asked for only when the client has
 * taken what came. {@link #done} completes with the last byte, or fails.
 */
final class ResponseBody implements Flow.Subscriber<List<ByteBuffer>>, WriteListener {

    private final ServletOutputStream output;
    private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    private final Queue<ByteBuffer> pieces = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean received;
    private volatile boolean asked;
    private boolean unflushed;

    ResponseBody(ServletOutputStream output) {
        this.output = output;
    }

    CompletableFuture<@Nullable Void> done() {
        return done;
    }

    /** Nothing more is wanted; does nothing once everything is there. */
    void stop() {
        Flow.Subscription from = subscription;
        if (from != null && !done.isDone()) {
            from.cancel();
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        output.setWriteListener(this);
        advance();
    }

    @Override
    public void onNext(List<ByteBuffer> item) {
        pieces.addAll(item);
        asked = false;
        advance();
    }

    @Override
    public void onComplete() {
        received = true;
        advance();
    }

    @Override
    public void onError(Throwable problem) {
        Flow.Subscription from = subscription;
        if (from != null) {
            from.cancel();
        }
        done.completeExceptionally(problem);
    }

    @Override
    public void onWritePossible() {
        advance();
    }

    private void advance() {
        if (calls.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            try {
                pass();
            } catch (IOException | IllegalStateException e) {
                onError(e);
            }
            seen = calls.addAndGet(-seen);
        } while (seen != 0);
    }

    private void pass() throws IOException {
        while (!done.isDone() && output.isReady()) {
            ByteBuffer piece = pieces.poll();
            if (piece != null) {
                write(piece);
            } else if (unflushed) {
                unflushed = false;
                output.flush();
            } else if (received) {
                done.complete(null);
            } else {
                askForMore();
                return;
            }
        }
    }

    private void write(ByteBuffer piece) throws IOException {
        byte[] bytes = new byte[piece.remaining()];
        piece.get(bytes);
        output.write(bytes);
        unflushed = true;
    }

    private void askForMore() {
        Flow.Subscription from = subscription;
        if (from != null && !asked) {
            asked = true;
            from.request(1);
        }
    }
}
