package dev.postern.data;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings that the data boxes share. */
public final class DataSettings {

    public static final Setting<Duration> COMMIT_INTERVAL = Setting.duration(
            "postern.database.commit-interval",
            "1ms",
            "Least time between two commits of code redemptions, and of refresh token rotations, on PostgreSQL: the busier the server, the more requests share a commit.");

    private DataSettings() {}
}
