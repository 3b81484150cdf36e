package dev.postern.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.CurrentRequest;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Settings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFilterTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final Map<String, String> headers = new HashMap<>();
    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, String> answered = new HashMap<>();
    private final List<CurrentRequest> seen = new ArrayList<>();
    private DispatcherType dispatcher = DispatcherType.REQUEST;
    private String method = "GET";
    private String uri = "/token";
    private @Nullable String query;
    private int status = 200;

    @Test
    void an_endpoint_sees_the_context_and_nobody_sees_it_afterwards() throws Exception {
        headers.put("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");
        headers.put("User-Agent", "x".repeat(600) + "\u0007");
        filter("");
        assertThat(seen).singleElement().satisfies(request -> {
            assertThat(request.requestId()).hasSize(22).isEqualTo(answered.get("X-Request-Id"));
            assertThat(request.traceId()).isEqualTo(TRACE);
            assertThat(request.address()).isEqualTo("192.0.2.9");
            assertThat(request.userAgent()).hasSize(512);
        });
        assertThat(CurrentRequest.get()).isEqualTo(CurrentRequest.NONE);
    }

    @Test
    void a_stranger_cannot_choose_the_request_id_or_the_address() throws Exception {
        headers.put("X-Request-Id", "chosen-by-me");
        headers.put("X-Forwarded-For", "203.0.113.1");
        filter("");
        assertThat(seen.get(0).requestId()).isNotEqualTo("chosen-by-me");
        assertThat(seen.get(0).address()).isEqualTo("192.0.2.9");
    }

    @Test
    void a_trusted_proxy_can() throws Exception {
        headers.put("X-Request-Id", "from-the-proxy");
        headers.put("X-Forwarded-For", "6.6.6.6, 203.0.113.1");
        filter("192.0.2.0/24");
        assertThat(seen.get(0).requestId()).isEqualTo("from-the-proxy");
        assertThat(seen.get(0).address()).isEqualTo("203.0.113.1");
    }

    @Test
    void a_request_id_that_would_forge_log_lines_is_replaced() throws Exception {
        headers.put("X-Request-Id", "id]\nWARNING forged");
        filter("192.0.2.0/24");
        assertThat(seen.get(0).requestId()).hasSize(22);
    }

    @Test
    void a_second_dispatch_of_a_request_finds_its_context_with_the_trace_it_joined() throws Exception {
        RequestFilter filter = newFilter("");
        filter.doFilter(request(), response(), (request, response) -> CurrentRequest.joinTrace(TRACE));
        filter.doFilter(request(), response(), remembering());
        assertThat(seen.get(0).traceId()).isEqualTo(TRACE);
        assertThat(seen.get(0).requestId()).isEqualTo(answered.get("X-Request-Id"));
    }

    @Test
    void trace_and_oversize_uris_reach_no_endpoint() throws Exception {
        method = "TRACE";
        filter("");
        assertThat(status).isEqualTo(405);
        method = "GET";
        uri = "/" + "a".repeat(9_000);
        filter("");
        assertThat(status).isEqualTo(414);
        assertThat(seen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=%zz", "state=%", "state=%4", "state=%4g&x=%41", "%41%"})
    void a_query_whose_escapes_are_broken_reaches_no_endpoint_but_the_page_that_says_so(String broken)
            throws Exception {
        query = broken;
        filter("");
        assertThat(status).isEqualTo(400);
        assertThat(seen).isEmpty();
        dispatcher = DispatcherType.ERROR;
        filter("");
        assertThat(seen).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "state=x", "state=%41", "%7e%7E=%ff"})
    void any_other_query_does(String whole) throws Exception {
        query = whole;
        filter("");
        assertThat(seen).hasSize(1);
    }

    @Test
    void while_the_server_stops_new_requests_are_refused_and_those_under_way_go_on() throws Exception {
        System.setProperty(StopPhase.PROPERTY, "true");
        try {
            filter("");
            assertThat(status).isEqualTo(503);
            assertThat(answered).containsEntry("Retry-After", "5").containsEntry("Connection", "close");
            assertThat(seen).isEmpty();
            dispatcher = DispatcherType.ERROR;
            filter("");
            assertThat(seen).hasSize(1);
        } finally {
            System.clearProperty(StopPhase.PROPERTY);
        }
    }

    @Test
    void while_the_server_drains_everybody_is_served_on_a_connection_that_is_not_kept() throws Exception {
        System.setProperty(StopPhase.PROPERTY, StopPhase.DRAINING_VALUE);
        try {
            filter("");
            assertThat(seen).hasSize(1);
            assertThat(answered).containsEntry("Connection", "close").doesNotContainKey("Retry-After");
        } finally {
            System.clearProperty(StopPhase.PROPERTY);
        }
    }

    private void filter(String trusted) throws Exception {
        newFilter(trusted).doFilter(request(), response(), remembering());
    }

    private FilterChain remembering() {
        return (request, response) -> seen.add(CurrentRequest.get());
    }

    private static RequestFilter newFilter(String trusted) {
        RequestFilter filter = new RequestFilter();
        filter.settings = Settings.of(Map.of("postern.trusted-proxies", trusted));
        filter.trustedProxies = new TrustedProxies(filter.settings);
        filter.bodies = new Bodies(filter.settings);
        filter.random = new RandomValues(new SecureRandom());
        return filter;
    }

    private HttpServletRequest request() {
        return fake(HttpServletRequest.class, (proxy, called, arguments) -> switch (called.getName()) {
            case "getMethod" -> method;
            case "getDispatcherType" -> dispatcher;
            case "getRequestURI" -> uri;
            case "getQueryString" -> query;
            case "getContentLengthLong" -> -1L;
            case "getRemoteAddr" -> "192.0.2.9";
            case "getHeader" -> headers.get(arguments[0].toString());
            case "getHeaders" ->
                Collections.enumeration(
                        headers.containsKey(arguments[0].toString())
                                ? List.of(headers.get(arguments[0].toString()))
                                : List.of());
            case "getAttribute" -> attributes.get(arguments[0].toString());
            case "setAttribute" -> attributes.put(arguments[0].toString(), arguments[1]);
            default -> throw new UnsupportedOperationException(called.getName());
        });
    }

    private HttpServletResponse response() {
        return fake(HttpServletResponse.class, (proxy, called, arguments) -> switch (called.getName()) {
            case "isCommitted" -> false;
            case "setHeader" -> answered.put(arguments[0].toString(), arguments[1].toString());
            case "setStatus", "sendError" -> status = (int) arguments[0];
            case "setContentType", "setContentLength" -> null;
            case "getOutputStream" -> new Nowhere();
            default -> throw new UnsupportedOperationException(called.getName());
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler behaviour) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, behaviour));
    }

    private static final class Nowhere extends ServletOutputStream {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {}

        @Override
        public void write(int oneByte) {}
    }
}
