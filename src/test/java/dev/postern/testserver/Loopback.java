package dev.postern.testserver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Asks whether somebody listens on a port of the loopback address. */
public final class Loopback {

    private Loopback() {}

    public static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
