package dev.postern.client.webapp;

import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.platform.outgoing.OutgoingCalls;
import dev.postern.platform.outgoing.Permits;
import dev.postern.platform.outgoing.Threads;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Where the app's work is done: its calls to other parties hold no thread, and what may wait for a store runs on a few threads of
 * its own. So the app never holds a request thread that the parties it calls, in the same server perhaps, need to answer.
 */
@Service
public class AppThreads {

    private static final int CALL_THREADS = 4;
    private static final int STORE_THREADS = 8;

    private final OutgoingCalls calls;
    private final Executor stores;

    @Inject
    public AppThreads(Settings settings, Threads threads) {
        this.stores = threads.pool("app-stores", STORE_THREADS);
        this.calls = new OutgoingCalls(
                threads.pool("app-calls", CALL_THREADS),
                new Permits(
                        settings.get(AppSettings.PARALLEL_CALLS),
                        settings.get(AppSettings.WAITING_CALLS),
                        settings.get(AppSettings.LONGEST_WAIT)),
                settings.get(AppSettings.TIMEOUT));
    }

    CompletableFuture<HttpResponse<String>> call(HttpRequest.Builder request) {
        return calls.send(request);
    }

    /** Work on the stores, on behalf of the given request. */
    <T> CompletableFuture<T> store(CurrentRequest request, Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        stores.execute(() -> CurrentRequest.run(request, () -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        }));
        return done;
    }
}
