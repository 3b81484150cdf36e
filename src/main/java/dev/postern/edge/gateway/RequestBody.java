package dev.postern.edge.gateway;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A request body on its way to the upstream: read without blocking, and only as fast as the upstream takes it.
 *
 * <p>{@link #advance} is called by the container (bytes are there) and by the HTTP client (more is wanted); a counter lets one
 * of them in at a time without a lock.
 */
final class RequestBody implements Flow.Publisher<ByteBuffer>, Flow.Subscription, ReadListener {

    private static final int PIECE = 16_384;

    private final ServletInputStream input;
    private final long length;
    private final int mostBytes;
    private final AtomicBoolean subscribed = new AtomicBoolean();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicLong wanted = new AtomicLong();
    private volatile Flow.@Nullable Subscriber<? super ByteBuffer> subscriber;
    private volatile boolean allArrived;
    private final CompletableFuture<@Nullable Void> passedOn = new CompletableFuture<>();
    private volatile boolean allRead;
    private volatile boolean over;
    private volatile @Nullable Throwable failure;
    private long bytes;

    /** @param length what the request says, or -1 */
    RequestBody(ServletInputStream input, long length, int mostBytes) {
        this.input = input;
        this.length = length;
        this.mostBytes = mostBytes;
    }

    /** Whether the client has sent everything. */
    boolean isAllRead() {
        return allRead;
    }

    /** Completes when the upstream has been given everything. */
    CompletableFuture<@Nullable Void> passedOn() {
        return passedOn;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> newSubscriber) {
        if (!subscribed.compareAndSet(false, true)) {
            newSubscriber.onSubscribe(this);
            newSubscriber.onError(new IOException("a request body can be sent once only"));
            return;
        }
        newSubscriber.onSubscribe(this);
        subscriber = newSubscriber;
        input.setReadListener(this);
        advance();
    }

    @Override
    public void request(long count) {
        wanted.updateAndGet(before -> before + count < 0 ? Long.MAX_VALUE : before + count);
        advance();
    }

    @Override
    public void cancel() {
        over = true;
    }

    @Override
    public void onDataAvailable() {
        advance();
    }

    /** Grizzly calls this as soon as the last byte has arrived, read or not; what is left must still be passed on. */
    @Override
    public void onAllDataRead() {
        allArrived = true;
        advance();
    }

    @Override
    public void onError(Throwable problem) {
        failure = problem;
        advance();
    }

    private void advance() {
        Flow.Subscriber<? super ByteBuffer> to = subscriber;
        if (to == null || calls.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            pass(to);
            seen = calls.addAndGet(-seen);
        } while (seen != 0);
    }

    private void pass(Flow.Subscriber<? super ByteBuffer> to) {
        try {
            while (!over && failure == null && wanted.get() > 0 && !allRead && isReadable()) {
                readInto(to);
            }
            allRead = allRead || (allArrived && !isLeft());
        } catch (IOException | IllegalStateException e) {
            failure = e;
        }
        if (over) {
            return;
        }
        if (failure != null) {
            over = true;
            to.onError(failure);
        } else if (allRead) {
            over = true;
            to.onComplete();
            passedOn.complete(null);
        }
    }

    private boolean isReadable() throws IOException {
        return allArrived ? isLeft() : input.isReady();
    }

    /** Grizzly calls the input finished when the last byte has arrived, read or not; a length that is known leaves no doubt. */
    private boolean isLeft() throws IOException {
        return length >= 0 ? bytes < length : input.available() > 0;
    }

    private void readInto(Flow.Subscriber<? super ByteBuffer> to) throws IOException {
        byte[] piece = new byte[PIECE];
        int read = input.read(piece);
        if (read < 0) {
            allRead = true;
            return;
        }
        bytes += read;
        if (bytes > mostBytes) {
            failure = GatewayRefused.tooLarge(mostBytes);
            return;
        }
        if (read > 0) {
            wanted.decrementAndGet();
            to.onNext(ByteBuffer.wrap(piece, 0, read));
        }
        allRead = allRead || (input.isFinished() && !isLeft());
    }
}
