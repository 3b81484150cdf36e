package dev.postern.data.database;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of the Relational Database (B12). */
public final class DatabaseSettings {

    public static final Setting<Duration> COPY_LIFETIME = Setting.duration(
            "postern.database.copy-lifetime",
            "10s",
            "How long clients, users, scopes and resource servers are served from memory; a change is told to every node at once, and seen by"
                    + " a node that was not reached at the end of this.");

    public static final Setting<Integer> COPIES = Setting.count(
            "postern.database.copies",
            10_000,
            "How many clients, users and access tokens are kept in memory at most, each.");

    private DatabaseSettings() {}
}
