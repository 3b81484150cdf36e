package dev.postern.edge.gateway;

import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.platform.outgoing.OutgoingCalls;
import dev.postern.platform.outgoing.Permits;
import dev.postern.platform.outgoing.Threads;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The gateway's way to upstreams: one HTTP client, so many exchanges at once, a few threads that never wait. */
@Service
public class Upstreams {

    private static final int THREADS = 4;
    private static final int ANSWER_THREADS = 8;

    private final Executor answers;
    private final HttpClient client;
    private final Permits permits;
    private final Duration responseTimeout;
    private final Duration exchangeTimeout;

    @Inject
    public Upstreams(Settings settings, Threads threads) {
        this.answers = threads.pool("gateway-answers", ANSWER_THREADS);
        this.client =
                OutgoingCalls.client(threads.pool("gateway", THREADS), settings.get(GatewaySettings.CONNECT_TIMEOUT));
        this.permits = new Permits(
                settings.get(GatewaySettings.PARALLEL_EXCHANGES),
                settings.get(GatewaySettings.WAITING_EXCHANGES),
                settings.get(GatewaySettings.LONGEST_WAIT));
        this.responseTimeout = settings.get(GatewaySettings.RESPONSE_TIMEOUT);
        this.exchangeTimeout = settings.get(GatewaySettings.EXCHANGE_TIMEOUT);
    }

    /** The turn of an exchange, to be given back when its last byte has left. */
    CompletableFuture<Permits.Permit> turn() {
        return permits.take();
    }

    /**
     * The upstream's answer. Its time runs from when it has been given the whole request: the client's own time does not count.
     *
     * <p>Fails with {@link java.net.http.HttpTimeoutException} or {@link java.util.concurrent.CancellationException} when that is over.
     */
    CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> send(
            HttpRequest.Builder request, @Nullable RequestBody body) {
        if (body == null) {
            return answer(request.timeout(responseTimeout));
        }
        CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> answer =
                answer(request.timeout(exchangeTimeout));
        Executor later = CompletableFuture.delayedExecutor(responseTimeout.toMillis(), TimeUnit.MILLISECONDS, answers);
        body.passedOn().thenRunAsync(() -> answer.cancel(true), later).exceptionally(failure -> null);
        return answer;
    }

    private CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> answer(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofPublisher());
    }

    /**
     * Answers when a stage is done: on the calling thread if it is done already, else on a thread that may wait a little, such as for
     * an audit event to be durable.
     */
    <T> void whenDone(CompletableFuture<T> stage, BiConsumer<? super T, ? super @Nullable Throwable> answer) {
        CompletableFuture<T> answered =
                stage.isDone() ? stage.whenComplete(answer) : stage.whenCompleteAsync(answer, answers);
        answered.exceptionally(failure -> null);
    }
}
