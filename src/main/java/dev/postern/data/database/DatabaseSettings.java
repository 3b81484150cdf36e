package dev.postern.data.database;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of the Relational Database (B12). */
public final class DatabaseSettings {

    public static final Setting<Duration> COPY_LIFETIME = Setting.duration(
            "postern.database.copy-lifetime",
            "10s",
            "How long clients, scopes and resource servers are served from memory: a change on one node is seen by the others within it.");

    public static final Setting<Integer> COPIES =
            Setting.count("postern.database.copies", 10_000, "How many clients are kept in memory at most.");

    private DatabaseSettings() {}
}
