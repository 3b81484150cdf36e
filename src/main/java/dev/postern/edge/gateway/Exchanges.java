package dev.postern.edge.gateway;

import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Issuer;
import dev.postern.platform.Metrics;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.platform.outgoing.Permits;
import dev.postern.platform.outgoing.Threads;
import dev.postern.platform.pressure.Admission;
import dev.postern.platform.request.BodyLimits;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.jspecify.annotations.Nullable;

/** Requests on their way to an upstream and back, a bounded number at once, each within a time of its own. */
@Service
public class Exchanges {

    private static final int ANSWER_THREADS = 8;

    /** Their body's length is said even where it is zero: RFC 9110 section 8.6. */
    private static final Set<String> USUALLY_WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final Upstreams upstreams;
    private final Executor threads;
    private final Executor answers;
    private final Permits permits;
    private final BodyLimits bodyLimits;
    private final Duration timeout;
    private final Issuer issuer;
    private final HopTrace hops;
    private final Metrics metrics;

    @Inject
    public Exchanges(
            Upstreams upstreams, Settings settings, Threads threads, Issuer issuer, HopTrace hops, Metrics metrics) {
        int parallel = settings.get(GatewaySettings.PARALLEL_EXCHANGES);
        this.upstreams = upstreams;
        this.threads = threads.pool("gateway", parallel);
        this.answers = threads.pool("gateway-answers", ANSWER_THREADS);
        this.permits = new Permits(
                parallel, settings.get(GatewaySettings.WAITING_EXCHANGES), settings.get(GatewaySettings.LONGEST_WAIT));
        this.timeout = settings.get(GatewaySettings.EXCHANGE_TIMEOUT);
        this.bodyLimits = new BodyLimits(settings.get(GatewaySettings.MAX_BODY), timeout, new Semaphore(parallel));
        this.issuer = issuer;
        this.hops = hops;
        this.metrics = metrics;
    }

    /** Where exchanges run that had to wait: a thread for each turn. */
    Executor threads() {
        return threads;
    }

    /** Where a refusal is answered that was not known at once; it may wait a little, such as for an audit event to be durable. */
    Executor answers() {
        return answers;
    }

    /** The turn of an exchange, to be given back when its last byte has left; who waits for it holds no thread. */
    CompletableFuture<Permits.Permit> turn() {
        return permits.take();
    }

    /** @throws GatewayRefused if the body that is announced is too long */
    void refuseTooLarge(HttpServletRequest request) {
        if (request.getContentLengthLong() > bodyLimits.mostBytes()) {
            throw GatewayRefused.tooLarge(bodyLimits.mostBytes());
        }
    }

    /**
     * Forwards a request and relays the answer, bodies piece by piece. That is waiting for others, and bounded by turns: it holds no place among
     * the requests in progress, of which the upstream may be holding one for the same call.
     *
     * @throws IOException if the upstream fails before anything of its answer has been passed on; what happens later breaks the answer off
     * @throws java.io.InterruptedIOException if it takes too long
     * @throws dev.postern.platform.request.BodyRefused if the client's body does not come as it should
     */
    void forward(HttpServletRequest request, HttpServletResponse response, GatewayDecision.Passed passed)
            throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        CurrentRequest current = CurrentRequest.get();
        HttpUriRequestBase upstream = UpstreamRequest.of(request, passed, current, issuer);
        upstream.setEntity(body(request));
        hops.passed(
                current.traceId(),
                Hop.H18,
                Remark.FORWARDED,
                request.getMethod(),
                passed.path().value());
        Admission.aside(() -> {
            exchange(upstream, response, deadline);
            return true;
        });
    }

    private void exchange(HttpUriRequestBase upstream, HttpServletResponse response, long deadline) throws IOException {
        try (ClassicHttpResponse answer = sent(upstream)) {
            metrics.count("postern_gateway_forwarded", "status", answer.getCode() / 100 + "xx");
            Relay.relay(answer, response, deadline);
        }
    }

    private @Nullable HttpEntity body(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        if (length == 0 || (length < 0 && request.getHeader("Transfer-Encoding") == null)) {
            return USUALLY_WITH_BODY.contains(request.getMethod()) ? new ByteArrayEntity(new byte[0], null) : null;
        }
        bodyLimits.setOn(request);
        return new InputStreamEntity(request.getInputStream(), length, null);
    }

    /** A client that is slow ends by the limits of its body; an upstream that does not take it ends here. */
    private ClassicHttpResponse sent(HttpUriRequestBase upstream) throws IOException {
        if (upstream.getEntity() == null) {
            return upstreams.send(upstream);
        }
        CompletableFuture<Boolean> inTime = new CompletableFuture<>();
        inTime.completeOnTimeout(false, timeout.toNanos(), TimeUnit.NANOSECONDS)
                .thenApply(answered -> answered || upstream.cancel())
                .exceptionally(failure -> false);
        try {
            return upstreams.send(upstream);
        } finally {
            inTime.complete(true);
        }
    }
}
