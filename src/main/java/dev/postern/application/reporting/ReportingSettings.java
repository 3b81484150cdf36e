package dev.postern.application.reporting;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of the reports. */
public final class ReportingSettings {

    public static final Setting<Duration> INTERVAL = Setting.duration(
            "postern.reporting.interval", "15s", "How often new audit rows are loaded into the reporting store.");

    public static final Setting<Duration> OVERLAP = Setting.duration(
            "postern.reporting.overlap",
            "60s",
            "How far behind its last position each load starts: rows may become visible late, and nodes' clocks differ.");

    private ReportingSettings() {}
}
