package dev.postern.edge.gateway;

import dev.postern.platform.CurrentRequest;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Goes on with a request when something is known that it needs. Whatever it waits for must end by itself. */
final class Later {

    private static final Logger LOG = Logger.getLogger(Later.class.getName());

    private final AsyncContext async;
    private final CurrentRequest current = CurrentRequest.get();

    private Later(HttpServletRequest request) {
        async = request.startAsync();
        async.setTimeout(0);
    }

    /**
     * Does the rest on the request's own thread if the answer is there, else asynchronously: no thread waits.
     *
     * @param known where the rest runs when the answer has come
     * @param failed where it runs when there is none
     */
    static <T> void goOn(
            HttpServletRequest request,
            CompletableFuture<T> answer,
            Executor known,
            Executor failed,
            BiConsumer<? super T, ? super @Nullable Throwable> rest) {
        if (answer.isDone()) {
            answer.whenComplete(rest).exceptionally(failure -> null);
            return;
        }
        Later later = new Later(request);
        answer.whenComplete((value, failure) ->
                        later.finish(failure == null ? known : failed, () -> rest.accept(value, failure)))
                .exceptionally(failure -> null);
    }

    private void finish(Executor threads, Runnable rest) {
        threads.execute(() -> {
            try {
                CurrentRequest.run(current, rest);
            } finally {
                complete();
            }
        });
    }

    private void complete() {
        try {
            async.complete();
        } catch (IllegalStateException e) {
            LOG.log(Level.FINE, "The server has ended a request already", e);
        }
    }
}
