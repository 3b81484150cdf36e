package dev.postern.status;

import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Json;
import dev.postern.platform.Metrics;
import dev.postern.platform.Settings;
import dev.postern.platform.request.AddressList;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** {@code GET /status/ready} and {@code /status/metrics}. */
@Path("")
@RequestScoped
public class StatusResource {

    private static final String JSON = "application/json";
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    @Inject
    HealthChecks checks;

    @Inject
    Metrics metrics;

    @Inject
    Settings settings;

    /** 200 if requests can be served, else 503: whoever sends traffic asks this. */
    @GET
    @Path("ready")
    public Response ready() {
        Health health = checks.now();
        Response.ResponseBuilder answer = answer(health.isReady() ? 200 : 503, Json.write(health.members()), JSON);
        return health.isReady()
                ? answer.build()
                : answer.header(HttpHeaders.RETRY_AFTER, 1).build();
    }

    /** OpenMetrics text, for those who may read it; to others there is no such page. */
    @GET
    @Path("metrics")
    public Response openMetrics() {
        if (!mayReadMetrics(CurrentRequest.get().address())) {
            throw new NotFoundException();
        }
        return answer(200, metrics.openMetrics(), OPEN_METRICS).build();
    }

    boolean mayReadMetrics(String address) {
        return AddressList.of(StatusSettings.METRICS_READERS, settings).holds(address);
    }

    private static Response.ResponseBuilder answer(int status, String body, String type) {
        return Response.status(status)
                .entity(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff");
    }
}
