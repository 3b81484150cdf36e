package dev.postern.bearer;

import dev.postern.platform.Setting;
import java.time.Duration;
import java.util.List;

/** Settings of how the gateway and the API validate bearer tokens. */
public final class BearerSettings {

    public static final Setting<Duration> INTROSPECTION_CACHE = Setting.duration(
            "postern.bearer.introspection-cache",
            "4s",
            "How long the gateway and the API believe an introspection result: so long a revoked token may still pass. 0s: not at all.");

    public static final Setting<Duration> NEGATIVE_CACHE = Setting.duration(
            "postern.bearer.negative-cache", "1s", "How long they believe that a token is not active. 0s: not at all.");

    public static final Setting<Duration> JWKS_LIFETIME = Setting.duration(
            "postern.bearer.jwks-lifetime", "5m", "How long they use the issuer's keys before fetching them again.");

    public static final Setting<Duration> JWKS_PAUSE = Setting.duration(
            "postern.bearer.jwks-pause",
            "5s",
            "Shortest time between two fetches of the issuer's keys, however many tokens with unknown keys arrive.");

    public static final Setting<List<String>> ALGORITHMS = Setting.list(
            "postern.bearer.algorithms", "ES256,RS256", "Signature algorithms that are accepted on JWT access tokens.");

    public static final Setting<Duration> CLOCK_SKEW = Setting.duration(
            "postern.bearer.clock-skew", "10s", "How far the issuer's clock may be ahead of or behind ours.");

    public static final Setting<Duration> TIMEOUT = Setting.duration(
            "postern.bearer.timeout", "2s", "How long they wait for an answer of the authorization server.");

    public static final Setting<Integer> PARALLEL_CALLS = Setting.count(
            "postern.bearer.parallel-calls",
            32,
            "Calls that each of them makes to the authorization server at once; as many again may wait.");

    public static final Setting<Duration> LONGEST_WAIT = Setting.duration(
            "postern.bearer.longest-wait",
            "500ms",
            "How long a request waits for its turn to call the authorization server before it is answered 503.");

    private BearerSettings() {}
}
