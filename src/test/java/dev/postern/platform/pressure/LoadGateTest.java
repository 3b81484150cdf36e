package dev.postern.platform.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.platform.Metrics;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class LoadGateTest {

    private static final Duration SLOW = Duration.ofMillis(250);

    private final AtomicLong nanos = new AtomicLong();
    private final LoadLimit limit = new LoadLimit(2, 4, SLOW, nanos::get);
    private final Metrics metrics = new Metrics();
    private final LoadGate gate = gate();
    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, String> answered = new HashMap<>();
    private boolean async;
    private int status = 200;

    private LoadGate gate() {
        LoadGate made = new LoadGate();
        made.limit = limit;
        made.metrics = metrics;
        made.init(null);
        return made;
    }

    @Test
    void a_request_holds_its_place_until_it_is_over() throws Exception {
        pass("/token", (request, response) -> assertThat(limit.inProgress()).isEqualTo(1));
        assertThat(limit.inProgress()).isZero();
    }

    @Test
    void a_request_that_fails_gives_its_place_back() {
        assertThatThrownBy(() -> pass("/token", (request, response) -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(limit.inProgress()).isZero();
        assertThatThrownBy(() -> pass("/token", (request, response) -> {
                    throw new IOException("reset by peer");
                }))
                .hasMessage("reset by peer");
        assertThat(limit.inProgress()).isZero();
    }

    @Test
    void a_request_that_goes_on_asynchronously_has_no_place_and_its_time_says_nothing() throws Exception {
        for (int i = 0; i < 40; i++) {
            pass("/gateway/api/v1/me", (request, response) -> {
                async = true;
                nanos.addAndGet(SLOW.toNanos() + 1);
            });
            async = false;
        }
        assertThat(limit.inProgress()).isZero();
        assertThat(limit.limit()).isEqualTo(4);
    }

    @Test
    void who_only_waits_gives_the_place_away_and_its_time_does_not_count() throws Exception {
        for (int i = 0; i < 40; i++) {
            pass("/interaction/login", (request, response) -> {
                String waited = Admission.aside(() -> {
                    assertThat(limit.inProgress()).isZero();
                    nanos.addAndGet(SLOW.toNanos() + 1);
                    return "done";
                });
                assertThat(waited).isEqualTo("done");
                assertThat(limit.inProgress()).isEqualTo(1);
            });
        }
        assertThat(limit.inProgress()).isZero();
        assertThat(limit.limit()).isEqualTo(4);
    }

    @Test
    void a_wait_within_a_wait_gives_nothing_away_again() throws Exception {
        pass("/gateway/up", (request, response) -> {
            Admission.<Object, RuntimeException>aside(() -> {
                Admission.<Object, RuntimeException>aside(() -> {
                    assertThat(limit.inProgress()).isZero();
                    return "inner";
                });
                assertThat(limit.inProgress()).isZero();
                return "outer";
            });
            assertThat(limit.inProgress()).isEqualTo(1);
        });
        assertThat(limit.inProgress()).isZero();
    }

    @Test
    void a_wait_that_fails_leaves_the_place_as_it_was() throws Exception {
        pass("/token", (request, response) -> {
            assertThatThrownBy(() -> Admission.aside(() -> {
                        throw new IOException("reset by peer");
                    }))
                    .isInstanceOf(IOException.class);
            assertThat(limit.inProgress()).isEqualTo(1);
        });
        assertThat(limit.inProgress()).isZero();
    }

    @Test
    void outside_of_a_request_waiting_is_only_waiting() {
        assertThat(Admission.<String, RuntimeException>aside(() -> "done")).isEqualTo("done");
        assertThat(limit.inProgress()).isZero();
    }

    @Test
    void slow_requests_lower_the_limit() throws Exception {
        for (int i = 0; i < 40; i++) {
            pass("/token", (request, response) -> nanos.addAndGet(SLOW.toNanos() + 1));
        }
        assertThat(limit.limit()).isLessThan(4);
    }

    @Test
    void a_refused_request_reaches_nobody_and_says_when_to_come_back() throws Exception {
        fill(2);
        Set<String> times = new HashSet<>();
        for (int i = 0; i < 8; i++) {
            pass("/authorize", unreachable());
            assertThat(status).isEqualTo(503);
            assertThat(attributes).containsKey(LoadGate.REFUSED);
            times.add(answered.get("Retry-After"));
        }
        assertThat(times).containsExactlyInAnyOrder("1", "2", "3", "4");
        assertThat(limit.inProgress()).isEqualTo(2);
        assertThat(metrics.openMetrics())
                .contains("postern_pressure_refused_total{priority=\"new\"} 8.0")
                .contains("postern_pressure_in_progress 2.0")
                .contains("postern_pressure_limit 4.0");
    }

    @Test
    void token_requests_are_refused_last_and_the_status_never() throws Exception {
        fill(2);
        pass("/token", (request, response) -> assertThat(limit.inProgress()).isEqualTo(3));
        fill(2);
        pass("/token", unreachable());
        assertThat(status).isEqualTo(503);
        List<String> reached = new ArrayList<>();
        pass("/status/live", (request, response) -> reached.add("status"));
        assertThat(reached).containsExactly("status");
    }

    @Test
    void refusals_are_one_line_of_the_log_in_ten_seconds() throws Exception {
        List<String> lines = new ArrayList<>();
        Logger logger = Logger.getLogger(LoadGate.class.getName());
        Handler handler = remembering(lines);
        logger.addHandler(handler);
        try {
            fill(4);
            for (int i = 0; i < 100; i++) {
                pass("/token", unreachable());
            }
            assertThat(lines).singleElement().asString().contains("1 requests refused since the start", "4 at most");
            nanos.addAndGet(Duration.ofSeconds(10).toNanos());
            pass("/token", unreachable());
            assertThat(lines).hasSize(2);
        } finally {
            logger.removeHandler(handler);
        }
    }

    private void fill(int places) {
        for (int i = 0; i < places; i++) {
            assertThat(limit.admits(Priority.TOKENS)).isTrue();
        }
    }

    private static FilterChain unreachable() {
        return (request, response) -> {
            throw new AssertionError("a refused request went on");
        };
    }

    private void pass(String path, FilterChain chain) throws IOException, ServletException {
        gate.doFilter(request(path), response(), chain);
    }

    private HttpServletRequest request(String path) {
        return proxy(HttpServletRequest.class, (self, called, arguments) -> switch (called.getName()) {
            case "getServletPath" -> path;
            case "getPathInfo" -> null;
            case "isAsyncStarted" -> async;
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            default -> throw new UnsupportedOperationException(called.getName());
        });
    }

    private HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (self, called, arguments) -> switch (called.getName()) {
            case "setHeader" -> answered.put((String) arguments[0], (String) arguments[1]);
            case "sendError" -> status = (int) arguments[0];
            default -> throw new UnsupportedOperationException(called.getName());
        });
    }

    private static Handler remembering(List<String> lines) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                lines.add(record.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
