package dev.postern.edge.gateway;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of the gateway. */
public final class GatewaySettings {

    public static final Setting<String> ROUTES = Setting.text(
            "postern.gateway.routes",
            "",
            "The routes as a JSON array (docs/gateway.md), or the path of a file that holds it; empty: the Resource Server API alone.");

    public static final Setting<Duration> CONNECT_TIMEOUT = Setting.duration(
            "postern.gateway.connect-timeout", "2s", "How long the gateway tries to connect to an upstream.");

    public static final Setting<Duration> RESPONSE_TIMEOUT = Setting.duration(
            "postern.gateway.response-timeout",
            "10s",
            "How long the gateway waits for the beginning of an answer once an upstream has the whole request; then 504.");

    public static final Setting<Duration> EXCHANGE_TIMEOUT = Setting.duration(
            "postern.gateway.exchange-timeout",
            "60s",
            "How long a forwarded exchange may take in all, bodies included.");

    public static final Setting<Integer> PARALLEL_EXCHANGES = Setting.count(
            "postern.gateway.parallel-exchanges",
            64,
            "Exchanges forwarded at once, each holding a thread; keep it well below the server's request threads if an upstream is the server itself.");

    public static final Setting<Integer> WAITING_EXCHANGES = Setting.count(
            "postern.gateway.waiting-exchanges",
            1_000,
            "Exchanges that wait for their turn, holding no thread; more are answered 503.");

    public static final Setting<Duration> LONGEST_WAIT = Setting.duration(
            "postern.gateway.longest-wait", "5s", "How long an exchange waits for its turn before it is answered 503.");

    public static final Setting<Integer> MAX_BODY = Setting.count(
            "postern.gateway.max-body-bytes",
            10_485_760,
            "Longest request body that is forwarded, in bytes; a longer one is answered 413.");

    private GatewaySettings() {}
}
