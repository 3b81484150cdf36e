package dev.postern.launcher;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * The sockets to PostgreSQL ({@code socketFactory} in the driver's URL). When it falls silent, whoever waits for it is told in less than two
 * seconds, and for a moment nobody begins to wait; without that, a request would wait for a connection to be tested, then for a new one.
 */
public final class DatabaseSockets extends SocketFactory {

    /** One for all connections of this process. */
    private static final Silence SILENCE = new Silence(System::nanoTime);

    @Override
    public Socket createSocket() throws IOException {
        if (SILENCE.isKnown()) {
            throw new ConnectException("the database has not answered for a while; it will be tried again in a moment");
        }
        return new WatchedSocket(SILENCE);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(null, new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(null, new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(localHost, localPort), new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(localHost, localPort), new InetSocketAddress(host, port));
    }

    private Socket connected(@org.jspecify.annotations.Nullable SocketAddress local, SocketAddress remote)
            throws IOException {
        Socket socket = createSocket();
        socket.bind(local);
        socket.connect(remote);
        return socket;
    }
}
