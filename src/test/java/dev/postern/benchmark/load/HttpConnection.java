package dev.postern.benchmark.load;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * One keep-alive connection over a blocking socket, for one thread. It does what a load generator on the machine of the server needs,
 * for as little processor time as Java allows.
 */
public final class HttpConnection implements Closeable {

    private final InetSocketAddress address;
    private final AnswerReader reader = new AnswerReader();
    private Socket socket;
    private long requests;
    private long reconnects;

    public HttpConnection(InetSocketAddress address) {
        this.address = address;
    }

    /** Sends a complete request. A connection that the server closed while it was idle is opened again, once. */
    public HttpAnswer exchange(byte[] request) {
        boolean reused = socket != null;
        try {
            HttpAnswer answer = attempt(request);
            if (answer == null && reused) {
                reconnects++;
                answer = attempt(request);
            }
            if (answer == null) {
                throw new WrongAnswer("the connection was closed before an answer");
            }
            requests++;
            return answer;
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        } catch (WrongAnswer e) {
            close();
            throw e;
        }
    }

    public long requests() {
        return requests;
    }

    public long reconnects() {
        return reconnects;
    }

    @Override
    public void close() {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is given up anyway.
            }
            socket = null;
        }
    }

    /** Null when the connection ended before the first byte of an answer. */
    private HttpAnswer attempt(byte[] request) throws IOException {
        try {
            if (socket == null) {
                socket = new Socket();
                socket.setTcpNoDelay(true);
                socket.connect(address);
            }
            socket.getOutputStream().write(request);
            if (!reader.begin(socket.getInputStream())) {
                close();
                return null;
            }
        } catch (IOException e) {
            close();
            if (reader.hasBegun()) {
                throw e;
            }
            return null;
        }
        HttpAnswer answer = reader.read(socket.getInputStream());
        if (reader.closes()) {
            close();
        }
        return answer;
    }
}
