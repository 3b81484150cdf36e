package dev.postern.edge.gateway;

import dev.postern.platform.CurrentRequest;
import dev.postern.platform.ProblemDetails;
import dev.postern.platform.outgoing.Permits;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The client's side of one asynchronous exchange: answers once, whoever is first, and gives its turn back at the end. */
final class Exchange implements AsyncListener {

    private static final Logger LOG = Logger.getLogger(Exchange.class.getName());

    private final AsyncContext async;
    private final HttpServletResponse response;
    private final CurrentRequest current;
    private final Runnable whenTimedOut;
    private final AtomicBoolean answered = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Permits.@Nullable Permit turn;
    private volatile @Nullable ResponseBody relaying;

    /** @param whenTimedOut what to do when the exchange has taken too long */
    Exchange(AsyncContext async, CurrentRequest current, Runnable whenTimedOut) {
        this.async = async;
        this.response = (HttpServletResponse) async.getResponse();
        this.current = current;
        this.whenTimedOut = whenTimedOut;
    }

    void holds(Permits.Permit permit) {
        turn = permit;
        if (ended.get()) {
            permit.release();
        }
    }

    /** The upstream's answer; returns where its body goes, or nothing if the exchange was answered otherwise meanwhile. */
    void relay(HttpResponse<Flow.Publisher<List<ByteBuffer>>> upstream) {
        if (!answered.compareAndSet(false, true)) {
            return;
        }
        try {
            response.setStatus(upstream.statusCode());
            copyHeaders(upstream.headers().map());
            upstream.headers().firstValueAsLong("content-length").ifPresent(response::setContentLengthLong);
            ResponseBody body = new ResponseBody(response.getOutputStream());
            relaying = body;
            upstream.body().subscribe(body);
            body.done().whenComplete((done, failure) -> end(failure)).exceptionally(failure -> null);
        } catch (IOException | RuntimeException e) {
            end(e);
        }
    }

    private void copyHeaders(Map<String, List<String>> headers) {
        Set<String> named = HeaderRules.named(headers.getOrDefault("connection", List.of()));
        headers.forEach((name, values) -> {
            if (HeaderRules.toClient(name, named)) {
                response.setHeader(name, values.get(0));
                values.stream().skip(1).forEach(value -> response.addHeader(name, value));
            }
        });
    }

    /** An answer of the gateway itself. */
    void answer(int status, Map<String, String> headers, @Nullable ProblemDetails problem) {
        if (!answered.compareAndSet(false, true)) {
            return;
        }
        CurrentRequest.run(current, () -> {
            try {
                response.setStatus(status);
                headers.forEach(response::setHeader);
                response.setHeader("Cache-Control", "no-store");
                write(problem);
                end(null);
            } catch (IOException | RuntimeException e) {
                end(e);
            }
        });
    }

    private void write(@Nullable ProblemDetails problem) throws IOException {
        if (problem != null) {
            byte[] body = problem.json().getBytes(StandardCharsets.UTF_8);
            response.setContentType(ProblemDetails.MEDIA_TYPE);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    private void end(@Nullable Throwable failure) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        Permits.Permit held = turn;
        if (held != null) {
            held.release();
        }
        ResponseBody body = relaying;
        if (body != null) {
            body.stop();
        }
        if (failure != null) {
            LOG.log(Level.FINE, "An exchange broke off", failure);
        }
        try {
            async.complete();
        } catch (IllegalStateException e) {
            LOG.log(Level.FINE, "An exchange was over already", e);
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        whenTimedOut.run();
        end(null);
    }

    @Override
    public void onError(AsyncEvent event) {
        end(event.getThrowable());
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end(null);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // The exchange is never started again.
    }
}
