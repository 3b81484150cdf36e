package dev.postern.platform.outgoing;

import dev.postern.platform.Setting;
import java.time.Duration;
import java.util.List;

/** Settings of fetches from addresses that somebody else named. */
public final class OutgoingSettings {

    public static final Setting<List<String>> ALLOWED_HOSTS = Setting.list(
            "postern.outgoing.allowed-hosts",
            "",
            "Hosts, each as host or host:port, that clients' jwks_uri, sector_identifier_uri, request_uri and logout URIs may name"
                    + " although they have private addresses or speak plain http; all others must be https at public addresses.");

    public static final Setting<Duration> TIMEOUT = Setting.duration(
            "postern.outgoing.timeout",
            "3s",
            "How long such a fetch may take, from the look-up of the name to its last byte.");

    public static final Setting<Integer> PARALLEL =
            Setting.count("postern.outgoing.parallel", 8, "Such fetches at once on one node; more fail at once.");

    public static final Setting<Integer> LARGEST_ANSWER =
            Setting.count("postern.outgoing.largest-answer", 65_536, "Bytes that the body of an answer may have.");

    private OutgoingSettings() {}
}
