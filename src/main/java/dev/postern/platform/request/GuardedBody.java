package dev.postern.platform.request;

import dev.postern.platform.pressure.Admission;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A body with an end in time and size. The server's own read time-out bounds each read, this bounds them together. */
final class GuardedBody extends ServletInputStream {

    /** How long a body may wait for its turn to be slow: many honest ones are, for a moment. */
    private static final long TURN_MILLIS = 250;

    private final ServletInputStream input;
    private final long length;
    private final BodyLimits limits;
    private final long deadline;
    private final Runnable refusing;
    private long bytes;
    private boolean listening;

    /** @param length what the request says, or -1 @param refusing is run before a refusal is thrown */
    GuardedBody(ServletInputStream input, long length, BodyLimits limits, Runnable refusing) {
        this.input = input;
        this.length = length;
        this.limits = limits;
        this.deadline = System.nanoTime() + limits.timeout().toNanos();
        this.refusing = refusing;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        if (listening || count == 0) {
            return input.read(into, offset, count);
        }
        int read = isThere() ? there(into, offset, count) : Admission.aside(() -> awaited(into, offset, count));
        bytes += Math.max(read, 0);
        if (bytes > limits.mostBytes()) {
            throw refused(BodyRefused.tooLarge(limits.mostBytes()));
        }
        return read;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** Whether a read returns at once. */
    private boolean isThere() throws IOException {
        return bytes == length || input.isFinished() || input.available() > 0;
    }

    private int awaited(byte[] into, int offset, int count) {
        takeTurn();
        try {
            if (System.nanoTime() - deadline > 0) {
                throw refused(BodyRefused.tooSlow(null));
            }
            return there(into, offset, count);
        } finally {
            limits.slow().release();
        }
    }

    private int there(byte[] into, int offset, int count) {
        try {
            return input.read(into, offset, count);
        } catch (IOException e) {
            throw refused(isTimeout(e) ? BodyRefused.tooSlow(e) : BodyRefused.endsEarly(e));
        }
    }

    private void takeTurn() {
        try {
            if (limits.slow().tryAcquire(TURN_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw refused(BodyRefused.tooManyAreSlow());
    }

    private BodyRefused refused(BodyRefused refusal) {
        refusing.run();
        return refusal;
    }

    private static boolean isTimeout(IOException failure) {
        return failure instanceof SocketTimeoutException || failure.getCause() instanceof TimeoutException;
    }

    @Override
    public int available() throws IOException {
        return input.available();
    }

    @Override
    public boolean isFinished() {
        return input.isFinished();
    }

    @Override
    public boolean isReady() {
        return input.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        listening = true;
        input.setReadListener(listener);
    }
}
