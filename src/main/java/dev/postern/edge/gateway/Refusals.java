package dev.postern.edge.gateway;

import dev.postern.bearer.BearerRefused;
import dev.postern.bearer.BearerUnavailable;
import dev.postern.data.StoreUnavailable;
import dev.postern.data.queue.Event;
import dev.postern.data.queue.Events;
import dev.postern.data.queue.EventsNotDurable;
import dev.postern.platform.Metrics;
import dev.postern.platform.Service;
import dev.postern.platform.outgoing.OutgoingCalls;
import dev.postern.platform.outgoing.Permits;
import dev.postern.platform.request.BodyRefused;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns what went wrong into what is answered, and makes a denial durable in the audit trail before it leaves. */
@Service
public class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class.getName());

    private final Events events;
    private final Metrics metrics;

    @Inject
    public Refusals(Events events, Metrics metrics) {
        this.events = events;
        this.metrics = metrics;
    }

    /** @param path for the audit trail, without the query */
    GatewayRefused of(Throwable failure, String method, String path) {
        GatewayRefused refused = refusal(OutgoingCalls.cause(failure));
        metrics.count("postern_gateway_refusals", "reason", refused.reason());
        return refused.isAudited() ? audited(refused, method, path) : refused;
    }

    private GatewayRefused audited(GatewayRefused refused, String method, String path) {
        try {
            events.publish(new Event.ApiCallRefused(
                    "gateway",
                    refused.subject(),
                    refused.clientId(),
                    method,
                    path,
                    refused.status(),
                    refused.reason()));
            return refused;
        } catch (EventsNotDurable | StoreUnavailable notDurable) {
            return GatewayRefused.unavailable();
        }
    }

    private static GatewayRefused refusal(Throwable failure) {
        if (failure instanceof GatewayRefused refused) {
            return refused;
        }
        if (failure instanceof BearerRefused refused) {
            return GatewayRefused.bearer(refused);
        }
        if (failure instanceof BodyRefused refused) {
            return GatewayRefused.body(refused);
        }
        if (failure instanceof InterruptedIOException) {
            return GatewayRefused.upstreamSlow();
        }
        if (failure instanceof IOException) {
            LOG.log(Level.WARNING, "An upstream failed: {0}", failure.toString());
            return GatewayRefused.upstreamDown();
        }
        if (failure instanceof BearerUnavailable
                || failure instanceof StoreUnavailable
                || failure instanceof Permits.Overloaded) {
            LOG.log(Level.WARNING, "The gateway answers 503: {0}", failure.getMessage());
            return GatewayRefused.unavailable();
        }
        LOG.log(Level.SEVERE, "The gateway failed", failure);
        return GatewayRefused.broken();
    }
}
