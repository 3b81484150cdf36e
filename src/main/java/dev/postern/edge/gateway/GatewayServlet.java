package dev.postern.edge.gateway;

import dev.postern.platform.CurrentRequest;
import dev.postern.platform.outgoing.Permits;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The built-in gateway at {@code /gateway/**} (H17, H18): decide, wait for a turn, forward. What is decided at once and has its
 * turn at once stays on the request's own thread; whoever waits holds none, and goes on on one of the gateway's.
 *
 * <p>A servlet, since JAX-RS sees decoded paths and buffers bodies.
 */
@WebServlet(urlPatterns = "/gateway/*", asyncSupported = true)
public class GatewayServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(GatewayServlet.class.getName());

    @Inject
    transient GatewayDecision decision;

    @Inject
    transient Exchanges exchanges;

    @Inject
    transient Refusals refusals;

    private record Turn(GatewayDecision.Passed passed, Permits.Permit permit) {}

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        CompletableFuture<Turn> turn = decision.decide(
                        request.getMethod(),
                        rawPath(request),
                        Collections.list(request.getHeaders("Authorization")),
                        CurrentRequest.get().traceId())
                .thenCompose(passed -> turn(request, passed));
        Later.goOn(request, turn, exchanges.threads(), exchanges.answers(), (granted, failure) -> {
            if (failure == null) {
                forward(request, response, granted);
            } else {
                refuse(request, response, failure);
            }
        });
    }

    /** The path as it came on the wire, below the context root. */
    static String rawPath(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private CompletableFuture<Turn> turn(HttpServletRequest request, GatewayDecision.Passed passed) {
        if (!passed.route().forwards()) {
            throw GatewayRefused.noRoute();
        }
        exchanges.refuseTooLarge(request);
        return exchanges.turn().thenApply(permit -> new Turn(passed, permit));
    }

    private void forward(HttpServletRequest request, HttpServletResponse response, Turn turn) {
        try {
            exchanges.forward(request, response, turn.passed());
        } catch (IOException | RuntimeException failure) {
            if (response.isCommitted()) {
                LOG.log(Level.FINE, "An exchange broke off", failure);
            } else {
                refuse(request, response, failure);
            }
        } finally {
            turn.permit().release();
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Throwable failure) {
        OwnAnswer.of(refusals.of(failure, request.getMethod(), rawPath(request)))
                .writeTo(response);
    }
}
