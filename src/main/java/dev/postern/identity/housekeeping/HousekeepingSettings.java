package dev.postern.identity.housekeeping;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of the purge of expired rows. */
public final class HousekeepingSettings {

    public static final Setting<Duration> INTERVAL = Setting.duration(
            "postern.purge.interval", "10m", "How often expired rows are deleted, by one node for all.");

    public static final Setting<Integer> BATCH =
            Setting.count("postern.purge.batch", 500, "How many expired rows one transaction deletes at most.");

    private HousekeepingSettings() {}
}
