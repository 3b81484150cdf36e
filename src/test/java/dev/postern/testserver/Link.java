package dev.postern.testserver;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A stretch of network between the server and one of its parts, that a test can cut, freeze and mend. */
public final class Link implements Closeable {

    private enum State {
        MENDED,
        CUT,
        FROZEN
    }

    private final int target;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile State state = State.MENDED;

    private Link(int target, ServerSocket listener) {
        this.target = target;
        this.listener = listener;
    }

    /** A link to a port of the loopback address. */
    public static Link to(int port) {
        try {
            Link link = new Link(port, new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1")));
            daemon(link::accept);
            return link;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Every connection ends, and new ones end at once. */
    public void cut() {
        state = State.CUT;
        hangUp();
    }

    /** Connections stay, but not a byte moves: what a dead machine looks like. */
    public void freeze() {
        state = State.FROZEN;
    }

    /** New connections work; those that were frozen end, and what was on its way in them is lost. */
    public void mend() {
        hangUp();
        state = State.MENDED;
    }

    @Override
    public void close() {
        cut();
        quietly(listener);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket near = listener.accept();
                open.add(near);
                if (state == State.CUT) {
                    quietly(near);
                } else if (state == State.MENDED) {
                    connect(near);
                }
            } catch (IOException ended) {
                // closed, or the caller went away
            }
        }
    }

    private void connect(Socket near) throws IOException {
        Socket far = new Socket("127.0.0.1", target);
        open.add(far);
        daemon(() -> copy(near, far));
        daemon(() -> copy(far, near));
    }

    private void copy(Socket from, Socket to) {
        byte[] buffer = new byte[16_384];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (state == State.FROZEN) {
                    Thread.sleep(Long.MAX_VALUE); // the bytes never arrive; mending closes both ends
                }
                out.write(buffer, 0, count);
                out.flush();
            }
        } catch (IOException ended) {
            // one side hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hangUp() {
        open.forEach(Link::quietly);
        open.clear();
    }

    private static void quietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException ignored) {
            // it is gone either way
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "link");
        thread.setDaemon(true);
        thread.start();
    }
}
