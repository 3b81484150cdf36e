package dev.postern.client.webapp;

import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.Json;
import dev.postern.platform.Service;
import dev.postern.platform.Traces;
import dev.postern.platform.outgoing.OutgoingCalls;
import dev.postern.platform.outgoing.Permits;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The app's calls to the Resource Server API, through edge and gateway: RFC 6750 section 2.1. H17. */
@Service
public class ApiCalls {

    private static final Logger LOG = Logger.getLogger(ApiCalls.class.getName());

    private final AppIdentity identity;
    private final AppThreads threads;
    private final HopTrace hops;

    @Inject
    public ApiCalls(AppIdentity identity, AppThreads threads, HopTrace hops) {
        this.identity = identity;
        this.threads = threads;
        this.hops = hops;
    }

    /** An API that cannot be reached is an answer too; fails with {@link Permits.Overloaded} only. */
    CompletableFuture<ApiAnswer> get(AppSession session, String path) {
        return call(session, "GET", path, request(session, path).GET());
    }

    CompletableFuture<ApiAnswer> post(AppSession session, String path, Map<String, Object> body) {
        HttpRequest.Builder request = request(session, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)));
        return call(session, "POST", path, request);
    }

    private HttpRequest.Builder request(AppSession session, String path) {
        return HttpRequest.newBuilder(identity.api(path))
                .header("Authorization", "Bearer " + session.accessToken())
                .header("Accept", "application/json")
                .header("traceparent", Traces.header(session.traceId()));
    }

    private CompletableFuture<ApiAnswer> call(
            AppSession session, String method, String path, HttpRequest.Builder request) {
        String shown = method + " " + identity.api(path).getPath();
        hops.passed(session.traceId(), Hop.H17, Remark.AS_IS, shown);
        return threads.call(request)
                .thenApply(response -> ApiAnswer.of(shown, response))
                .exceptionallyCompose(failure -> away(shown, OutgoingCalls.cause(failure)));
    }

    private static CompletableFuture<ApiAnswer> away(String shown, Throwable cause) {
        if (!(cause instanceof IOException) && !(cause instanceof TimeoutException)) {
            return CompletableFuture.failedFuture(cause);
        }
        LOG.log(Level.WARNING, "The API cannot be reached: {0}", cause.toString());
        return CompletableFuture.completedFuture(ApiAnswer.away(shown));
    }
}
