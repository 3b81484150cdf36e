package dev.postern.platform.request;

import dev.postern.platform.CurrentRequest;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Settings;
import dev.postern.platform.Traces;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * The first filter of every request: opens {@link CurrentRequest} and says its id in {@code X-Request-Id}.
 *
 * <p>TRACE (RFC 9110 section 9.3.8), oversize URIs (section 15.5.15) and queries that are no part of a URI (RFC 3986 section 2.1) end here,
 * and everything while the server stops. An asynchronous or error dispatch of a request finds the same context again, with the trace that the
 * request had joined.
 */
public class RequestFilter implements Filter {

    private static final Logger LOG = Logger.getLogger(RequestFilter.class.getName());

    static final String REQUEST_ID = "X-Request-Id";
    static final String ATTRIBUTE = CurrentRequest.class.getName();

    private static final int LONGEST_USER_AGENT = 512;
    private static final Pattern GOOD_REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    @Inject
    Settings settings;

    @Inject
    TrustedProxies trustedProxies;

    @Inject
    RandomValues random;

    @Inject
    Bodies bodies;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        CurrentRequest context = context(http);
        CurrentRequest.open(context);
        try {
            if (!answer.isCommitted()) {
                answer.setHeader(REQUEST_ID, context.requestId());
            }
            if (accepts(http, answer)) {
                chain.doFilter(bodies.guarded(http, answer), response);
            }
        } finally {
            http.setAttribute(ATTRIBUTE, CurrentRequest.get());
            CurrentRequest.close();
        }
    }

    private CurrentRequest context(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof CurrentRequest known) {
            return known;
        }
        String peer = request.getRemoteAddr();
        return new CurrentRequest(
                requestId(request, peer),
                Traces.ofHeader(request.getHeader("traceparent")).orElse(""),
                trustedProxies.clientAddress(peer, forwardedFor(request)),
                userAgent(request));
    }

    private String requestId(HttpServletRequest request, String peer) {
        String given = request.getHeader(REQUEST_ID);
        boolean believed = given != null && GOOD_REQUEST_ID.matcher(given).matches() && trustedProxies.trusts(peer);
        return believed ? given : random.identifier();
    }

    private static List<String> forwardedFor(HttpServletRequest request) {
        Enumeration<String> headers = request.getHeaders("X-Forwarded-For");
        if (!headers.hasMoreElements()) {
            return List.of();
        }
        List<String> entries = new ArrayList<>();
        while (headers.hasMoreElements()) {
            Collections.addAll(entries, headers.nextElement().split(",", -1));
        }
        return entries;
    }

    private static String userAgent(HttpServletRequest request) {
        String header = request.getHeader("User-Agent");
        if (header == null) {
            return "";
        }
        String cut = header.length() > LONGEST_USER_AGENT ? header.substring(0, LONGEST_USER_AGENT) : header;
        return hasControl(cut) ? CONTROL.matcher(cut).replaceAll(" ") : cut;
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) == 0x7f) {
                return true;
            }
        }
        return false;
    }

    /** What is dispatched again, for its error page too, has been looked at. */
    private boolean accepts(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return request.getDispatcherType() != DispatcherType.REQUEST
                || (isServedNow(response) && isRequest(request, response));
    }

    private static boolean isServedNow(HttpServletResponse response) {
        StopPhase phase = StopPhase.now();
        if (phase != StopPhase.NONE) {
            response.setHeader("Connection", "close");
        }
        if (phase == StopPhase.REFUSING) {
            response.setHeader("Retry-After", "5");
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "The server is stopping.");
            return false;
        }
        return true;
    }

    private boolean isRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("TRACE")) {
            response.setHeader("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return false;
        }
        if (uriLength(request) > settings.get(RequestSettings.MAX_URI_LENGTH)) {
            refuse(response, HttpServletResponse.SC_REQUEST_URI_TOO_LONG, "The request URI is too long.");
            return false;
        }
        if (!PercentEncoding.isWhole(request.getQueryString())) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return false;
        }
        return true;
    }

    private static int uriLength(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI().length() + (query == null ? 0 : query.length() + 1);
    }

    /** Who has gone, or whose connection the stopping server has closed, is not told, and is nobody's error. */
    private static void refuse(HttpServletResponse response, int status, String text) {
        byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
        } catch (IOException gone) {
            LOG.log(Level.FINE, "A refusal reached nobody", gone);
        }
    }
}
