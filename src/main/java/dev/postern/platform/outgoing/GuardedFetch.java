package dev.postern.platform.outgoing;

import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.platform.outgoing.FetchFailed.Reason;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Calls addresses that somebody else named, such as a client in its metadata, without being led astray (server-side request forgery).
 *
 * <p>https only, to public addresses only, unless the host is configured; the connection goes to the very address that was judged;
 * one deadline over everything; a largest answer; so many at once; no redirects, no cookies, no proxies, no connections kept.
 */
@Service
public class GuardedFetch {

    private final Destination.Resolver resolver;
    private final Executor threads;
    private final Semaphore free;
    private final Set<String> allowedHosts;
    private final Duration timeout;
    private final int mostBytes;

    @Inject
    public GuardedFetch(Settings settings, Threads threads) {
        this(settings, threads.pool("fetch", settings.get(OutgoingSettings.PARALLEL)), InetAddress::getAllByName);
    }

    GuardedFetch(Settings settings, Executor threads, Destination.Resolver resolver) {
        this.resolver = resolver;
        this.threads = threads;
        this.free = new Semaphore(settings.get(OutgoingSettings.PARALLEL));
        this.allowedHosts = Set.copyOf(settings.get(OutgoingSettings.ALLOWED_HOSTS));
        this.timeout = settings.get(OutgoingSettings.TIMEOUT);
        this.mostBytes = settings.get(OutgoingSettings.LARGEST_ANSWER);
    }

    /**
     * @param accept the media type that is wanted
     * @throws FetchFailed if it is refused or comes to nothing
     */
    public Fetched get(URI uri, String accept) {
        return fetch(uri, "GET", "Accept: " + accept + "\r\n", new byte[0]);
    }

    /** Posts a body. @throws FetchFailed if it is refused or comes to nothing */
    public Fetched post(URI uri, String contentType, byte[] body) {
        return fetch(uri, "POST", "Content-Type: " + contentType + "\r\nContent-Length: " + body.length + "\r\n", body);
    }

    private Fetched fetch(URI uri, String method, String headers, byte[] body) {
        if (!free.tryAcquire()) {
            throw new FetchFailed(Reason.BUSY, "too many fetches are under way");
        }
        try {
            return CompletableFuture.supplyAsync(() -> call(uri, method, headers, body), threads)
                    .whenComplete((answer, failure) -> free.release())
                    .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        }
    }

    private static FetchFailed failure(Throwable cause) {
        if (cause instanceof FetchFailed failed) {
            return failed;
        }
        return cause instanceof TimeoutException
                ? new FetchFailed(Reason.TOO_SLOW, "no answer in time")
                : new FetchFailed(Reason.UNREACHABLE, String.valueOf(cause));
    }

    private Fetched call(URI uri, String method, String headers, byte[] body) {
        Destination to = Destination.of(uri, allowedHosts, resolver);
        try (Socket plain = new Socket()) {
            // Reads have no limit together, and a handshake has many: at the deadline the connection is closed under
            // them.
            CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
                    .execute(() -> close(plain));
            plain.connect(new InetSocketAddress(to.addresses().get(0), to.port()), (int) timeout.toMillis());
            Socket socket = to.secure() ? secured(plain, to) : plain;
            String head = method + " " + to.target() + " HTTP/1.1\r\nHost: " + to.authority()
                    + "\r\nConnection: close\r\nUser-Agent: Postern\r\nAccept-Encoding: identity\r\n" + headers
                    + "\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            return new AnswerReader(new BufferedInputStream(socket.getInputStream()), mostBytes).read();
        } catch (IOException e) {
            throw new FetchFailed(Reason.UNREACHABLE, to.host() + ": " + e);
        }
    }

    private static Socket secured(Socket plain, Destination to) throws IOException {
        SSLSocket socket = (SSLSocket) factory().createSocket(plain, to.host(), to.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static SSLSocketFactory factory() {
        try {
            return SSLContext.getDefault().getSocketFactory();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It was closed already, which is what is wanted.
        }
    }
}
