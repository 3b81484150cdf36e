package dev.postern.identity.console.frame;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of the console. */
public final class ConsoleSettings {

    public static final Setting<Duration> SESSION_LIFETIME = Setting.duration(
            "postern.console.session-lifetime",
            "8h",
            "How long somebody stays signed in to the console at most; it ends earlier with their session at the server.");

    private ConsoleSettings() {}
}
