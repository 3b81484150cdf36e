package dev.postern.platform.outgoing;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * One party's calls to others over HTTP/1.1: never more than so many at once, each with a time limit, no redirects followed.
 *
 * <p>The JDK's client itself repeats a GET whose connection turns out to be closed, never a POST: idle connections must end here before
 * they end there ({@code jdk.httpclient.keepalive.timeout}, in seconds, a system property).
 *
 * <p>HTTP/1.1, since an upgrade to HTTP/2 over clear text would cost a round trip and a body that cannot be replayed.
 */
public final class OutgoingCalls {

    private final HttpClient client;
    private final Permits permits;
    private final Duration timeout;

    public OutgoingCalls(Executor executor, Permits permits, Duration timeout) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .executor(executor)
                .build();
        this.permits = permits;
        this.timeout = timeout;
    }

    /** The whole answer as text; fails with {@link IOException} or {@link Permits.Overloaded}. */
    public CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
        HttpRequest timed = request.timeout(timeout).build();
        return permits.take()
                .thenCompose(permit -> client.sendAsync(timed, HttpResponse.BodyHandlers.ofString())
                        .orTimeout(
                                timeout.toMillis() * 2,
                                TimeUnit.MILLISECONDS) // the request's own limit ends at the headers
                        .whenComplete((response, failure) -> permit.release()));
    }

    /** The failure behind a stage's wrapping. */
    public static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
