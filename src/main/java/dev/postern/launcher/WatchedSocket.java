package dev.postern.launcher;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** A socket whose reads end when the other side has fallen silent, or with the socket's time-out. */
final class WatchedSocket extends Socket {

    /** Whoever set a longer time-out than this, or none, means to wait: a migration or a report. */
    static final int LONGEST_WATCHED_MILLIS = 10_000;

    /** How often somebody who waits looks up. */
    private static final int TICK_MILLIS = 100;

    private final Silence silence;
    private volatile int timeout;

    WatchedSocket(Silence silence) {
        this.silence = silence;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
        try {
            super.connect(endpoint, timeoutMillis);
        } catch (SocketTimeoutException e) {
            silence.noticed();
            throw e;
        }
    }

    @Override
    public synchronized void setSoTimeout(int millis) throws SocketException {
        super.setSoTimeout(isWatched(millis) ? Math.min(millis, TICK_MILLIS) : millis);
        timeout = millis;
    }

    /** What was set, not how often a read looks up. */
    @Override
    public synchronized int getSoTimeout() throws SocketException {
        if (isClosed()) {
            throw new SocketException("the socket is closed");
        }
        return timeout;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Watched(super.getInputStream());
    }

    private static boolean isWatched(int millis) {
        return millis > 0 && millis <= LONGEST_WATCHED_MILLIS;
    }

    private final class Watched extends FilterInputStream {

        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            long since = silence.now();
            while (true) {
                try {
                    int count = in.read(bytes, offset, length);
                    silence.ended();
                    return count;
                } catch (SocketTimeoutException e) {
                    if (isOver(since)) {
                        throw e;
                    }
                }
            }
        }

        private boolean isOver(long since) {
            long millis = (silence.now() - since) / 1_000_000;
            return millis >= timeout || silence.endsWaitSince(since);
        }
    }
}
