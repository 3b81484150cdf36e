package dev.postern.status;

import dev.postern.platform.Setting;
import java.util.List;

/** Settings of the status pages. */
public final class StatusSettings {

    public static final Setting<List<String>> METRICS_READERS = Setting.list(
            "postern.status.metrics-readers",
            "127.0.0.0/8,::1,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,169.254.0.0/16,fc00::/7,fe80::/10",
            "Addresses and blocks that may read /status/metrics; others are answered 404. The default: this host and private networks.");

    private StatusSettings() {}
}
