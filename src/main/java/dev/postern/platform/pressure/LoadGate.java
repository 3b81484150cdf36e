package dev.postern.platform.pressure;

import dev.postern.platform.Metrics;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;

/**
 * Refuses early what the server could answer only late: 503 with {@code Retry-After} (RFC 9110 section 15.6.4), what begins something first,
 * token requests last.
 *
 * <p>A request that goes on asynchronously holds no worker, and so no place.
 */
public class LoadGate implements Filter {

    /** Marks a request that was refused here for the error page. */
    public static final String REFUSED = LoadGate.class.getName();

    private static final Logger LOG = Logger.getLogger(LoadGate.class.getName());
    private static final long LINE_NANOS = Duration.ofSeconds(10).toNanos();

    /** Callers are told from one to so many seconds in turn, so that they do not come back together. */
    private static final int LONGEST_RETRY_SECONDS = 4;

    @Inject
    LoadLimit limit;

    @Inject
    Metrics metrics;

    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong nextLine = new AtomicLong();

    @Override
    public void init(FilterConfig configuration) {
        nextLine.set(limit.now());
        metrics.gauge("postern_pressure_in_progress", limit::inProgress);
        metrics.gauge("postern_pressure_limit", limit::limit);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Priority priority = Priority.of(path((HttpServletRequest) request));
        if (priority == Priority.ALWAYS) {
            chain.doFilter(request, response);
        } else if (limit.admits(priority)) {
            Admission admission = Admission.open(limit);
            boolean answered = false;
            try {
                chain.doFilter(request, response);
                answered = !request.isAsyncStarted();
            } finally {
                admission.close(answered);
            }
        } else {
            refuse(priority, request, (HttpServletResponse) response);
        }
    }

    /** As the server has understood it, not as it was written: {@code /status/../authorize} is an authorization request. */
    private static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }

    private void refuse(Priority priority, ServletRequest request, HttpServletResponse answer) throws IOException {
        metrics.count(
                "postern_pressure_refused",
                "priority",
                priority.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        long count = refused.incrementAndGet();
        log(count);
        request.setAttribute(REFUSED, priority);
        answer.setHeader("Retry-After", Long.toString(1 + count % LONGEST_RETRY_SECONDS));
        answer.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    private void log(long count) {
        long due = nextLine.get();
        long now = limit.now();
        if (now - due >= 0 && nextLine.compareAndSet(due, now + LINE_NANOS)) {
            LOG.warning(() -> "Under pressure: " + count + " requests refused since the start, " + limit.inProgress()
                    + " in progress, " + limit.limit() + " at most");
        }
    }
}
