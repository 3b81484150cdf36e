package dev.postern.edge.gateway;

import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Issuer;
import dev.postern.platform.Metrics;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The built-in gateway at {@code /gateway/**} (H17, H18): decide, wait for a turn, forward, relay; a thread is held for none of it.
 *
 * <p>A servlet, since JAX-RS sees decoded paths and buffers bodies.
 */
@WebServlet(urlPatterns = "/gateway/*", asyncSupported = true)
public class GatewayServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient GatewayDecision decision;

    @Inject
    transient Upstreams upstreams;

    @Inject
    transient Refusals refusals;

    @Inject
    transient Settings settings;

    @Inject
    transient Issuer issuer;

    @Inject
    transient HopTrace hops;

    @Inject
    transient Metrics metrics;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CurrentRequest current = CurrentRequest.get();
        AsyncContext async = request.startAsync();
        async.setTimeout(settings.get(GatewaySettings.EXCHANGE_TIMEOUT).toMillis());
        String method = request.getMethod();
        String path = rawPath(request);
        RequestBody body = hasBody(request)
                ? new RequestBody(
                        request.getInputStream(),
                        request.getContentLengthLong(),
                        settings.get(GatewaySettings.MAX_BODY))
                : null;
        Call call = new Call(request, current, method, path, body, async);
        async.addListener(call.exchange);
        CompletableFuture<GatewayDecision.Passed> decided =
                decision.decide(method, path, Collections.list(request.getHeaders("Authorization")), current.traceId());
        CompletableFuture<@Nullable Void> sent = decided.thenCompose(passed -> forward(call, passed));
        upstreams.whenDone(sent, (nothing, failure) -> finish(call, failure));
    }

    /** The path as it came on the wire, below the context root. */
    static String rawPath(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private CompletableFuture<@Nullable Void> forward(Call call, GatewayDecision.Passed passed) {
        int most = settings.get(GatewaySettings.MAX_BODY);
        if (!passed.route().forwards()) {
            throw GatewayRefused.noRoute();
        }
        if (call.request.getContentLengthLong() > most) {
            throw GatewayRefused.tooLarge(most);
        }
        HttpRequest.Builder upstream = UpstreamRequest.of(call.request, passed, call.publisher(), call.current, issuer);
        return upstreams.turn().thenCompose(turn -> {
            call.exchange.holds(turn);
            hops.passed(
                    call.current.traceId(),
                    Hop.H18,
                    Remark.FORWARDED,
                    call.method,
                    passed.path().value());
            return upstreams.send(upstream, call.body).thenAccept(answer -> {
                metrics.count("postern_gateway_forwarded", "status", answer.statusCode() / 100 + "xx");
                call.exchange.relay(answer);
            });
        });
    }

    /** A failure that is known at once is answered on the request's own thread, a later one on the gateway's. */
    private void finish(Call call, @Nullable Throwable failure) {
        if (failure != null) {
            CurrentRequest.run(call.current, () -> call.refuse(failure));
        }
    }

    /** One request on its way. */
    private final class Call {
        final HttpServletRequest request;
        final CurrentRequest current;
        final String method;
        final String path;
        final @Nullable RequestBody body;
        final Exchange exchange;

        Call(
                HttpServletRequest request,
                CurrentRequest current,
                String method,
                String path,
                @Nullable RequestBody body,
                AsyncContext async) {
            this.request = request;
            this.current = current;
            this.method = method;
            this.path = path;
            this.body = body;
            this.exchange = new Exchange(async, current, this::timedOut);
        }

        HttpRequest.BodyPublisher publisher() {
            if (body == null) {
                return HttpRequest.BodyPublishers.noBody();
            }
            long length = request.getContentLengthLong();
            return length > 0
                    ? HttpRequest.BodyPublishers.fromPublisher(body, length)
                    : HttpRequest.BodyPublishers.fromPublisher(body);
        }

        void refuse(Throwable failure) {
            GatewayRefused refused = refusals.of(failure, method, path);
            answer(refused.status() == 504 ? tooSlow() : refused);
        }

        private void timedOut() {
            answer(tooSlow());
        }

        /** Whose fault it is that it took too long. */
        private GatewayRefused tooSlow() {
            boolean clientIsSlow = body != null && !body.isAllRead();
            return clientIsSlow ? GatewayRefused.tooSlow() : GatewayRefused.upstreamSlow();
        }

        private void answer(GatewayRefused refused) {
            exchange.answer(refused.status(), refused.headers(), refused.problem());
        }
    }
}
