package dev.postern.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.bearer.BearerRefused;
import dev.postern.data.StoreUnavailable;
import dev.postern.platform.Metrics;
import dev.postern.protocol.Scope;
import dev.postern.testing.fakes.FakeEvents;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.impl.classic.RequestFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong, what the gateway answers then, and what the forward-auth decision does, which knows 401 and 403 only. */
class RefusalsTest {

    private final FakeEvents events = new FakeEvents();
    private final Refusals refusals = new Refusals(events, new Metrics());

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(BearerRefused.noToken(), 401, 401, true),
                Arguments.of(BearerRefused.badToken("bad"), 401, 401, true),
                Arguments.of(BearerRefused.badRequest("malformed"), 400, 401, true),
                Arguments.of(BearerRefused.tooLittleScope(Scope.of("a")), 403, 403, true),
                Arguments.of(GatewayRefused.path(), 400, 403, true),
                Arguments.of(GatewayRefused.noRoute(), 404, 403, true),
                Arguments.of(GatewayRefused.method("GET"), 405, 403, true),
                Arguments.of(new StoreUnavailable("Session Cache", new IOException()), 503, 403, false),
                Arguments.of(new SocketTimeoutException("slow"), 504, 403, false),
                Arguments.of(new RequestFailedException("cancelled"), 504, 403, false),
                Arguments.of(new ConnectException(), 502, 403, false),
                Arguments.of(new IllegalStateException("ours"), 500, 403, false));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void every_failure_has_its_answer(Throwable failure, int gateway, int forwardAuth, boolean audited) {
        GatewayRefused refused = refusals.of(new CompletionException(failure), "GET", "/gateway/x");
        assertThat(refused.status()).isEqualTo(gateway);
        assertThat(VerifyServlet.status(refused)).isEqualTo(forwardAuth);
        assertThat(events.types()).hasSize(audited ? 1 : 0);
    }

    @Test
    void a_denial_that_cannot_be_audited_is_no_answer() {
        events.broken = true;
        GatewayRefused refused = refusals.of(BearerRefused.noToken(), "GET", "/gateway/x");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.headers()).containsEntry("Retry-After", "1");
        assertThat(VerifyServlet.status(refused)).isEqualTo(403);
    }
}
