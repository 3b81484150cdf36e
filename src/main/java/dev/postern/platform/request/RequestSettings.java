package dev.postern.platform.request;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of what happens to every request. */
public final class RequestSettings {

    public static final Setting<Integer> MAX_URI_LENGTH = Setting.count(
            "postern.request.max-uri-length",
            8192,
            "Longest request URI, query included, in characters; a longer one is answered 414.");

    public static final Setting<Integer> MAX_BODY_BYTES = Setting.count(
            "postern.request.max-body-bytes",
            1_048_576,
            "Largest request body in bytes outside of the gateway, which has its own limit; a larger one is answered 413.");

    public static final Setting<Duration> BODY_TIMEOUT = Setting.duration(
            "postern.request.body-timeout",
            "10s",
            "How long a request body may take to arrive in all, outside of the gateway; a slower one is answered 408.");

    public static final Setting<Integer> MAX_SLOW_BODIES = Setting.count(
            "postern.request.max-slow-bodies",
            100,
            "At most so many requests wait for the rest of their bodies, each holding one of the server's 320 workers; more are answered 503.");

    private RequestSettings() {}
}
