package dev.postern.platform;

import org.jspecify.annotations.Nullable;

/**
 * Who is calling right now, on this thread: what every event and log line carries.
 *
 * <p>A servlet filter opens it before any endpoint and closes it afterwards. Work handed to another thread takes the value along
 * by hand: {@code CurrentRequest.run(context, task)}.
 *
 * @param requestId our identifier of the request, shown on error pages
 * @param traceId W3C trace id (32 hex digits) of the sign-in that the request belongs to, empty if none is known
 * @param address the client's address, after trusted proxies
 * @param userAgent the User-Agent header, cut to 512 characters, empty if absent
 */
public record CurrentRequest(String requestId, String traceId, String address, String userAgent) {

    /** What work without a request, such as a scheduled job, carries. */
    public static final CurrentRequest NONE = new CurrentRequest("", "", "", "");

    private static final ThreadLocal<@Nullable CurrentRequest> CURRENT = new ThreadLocal<>();

    public static CurrentRequest get() {
        CurrentRequest current = CURRENT.get();
        return current == null ? NONE : current;
    }

    public static void open(CurrentRequest request) {
        CURRENT.set(request);
    }

    public static void close() {
        CURRENT.remove();
    }

    /** Whether somebody waits for an answer: false for a start or a scheduled job. */
    public boolean isAwaited() {
        return !requestId.isEmpty();
    }

    /** The address as rate limits count it: who has one IPv6 address has the 2^64 around it. */
    public String network() {
        String[] groups = address.split(":", -1);
        return groups.length == 8 ? String.join(":", groups[0], groups[1], groups[2], groups[3]) : address;
    }

    /** From here on the request belongs to the given trace. */
    public static void joinTrace(String traceId) {
        CurrentRequest current = get();
        CURRENT.set(new CurrentRequest(current.requestId, traceId, current.address, current.userAgent));
    }

    /** Runs a task of the given request on this thread. */
    public static void run(CurrentRequest request, Runnable task) {
        CurrentRequest before = CURRENT.get();
        CURRENT.set(request);
        try {
            task.run();
        } finally {
            CURRENT.set(before);
        }
    }
}
