package dev.postern.platform.pressure;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of what happens when more requests come than the server can answer. */
public final class PressureSettings {

    public static final Setting<Integer> MOST = Setting.count(
            "postern.pressure.most",
            160,
            "At most so many requests are worked on at the same time, further ones are answered 503: what begins something new from half of it"
                    + " on, what finishes a sign-in from three quarters, token requests at all of it. Fewer than the server has workers.");

    public static final Setting<Integer> LEAST = Setting.count(
            "postern.pressure.least",
            64,
            "The limit goes down to this and no further while requests are slow; the same as postern.pressure.most keeps it fixed.");

    public static final Setting<Duration> SLOW = Setting.duration(
            "postern.pressure.slow",
            "250ms",
            "A request that is worked on for longer is slow; while more than half of them are, the limit goes down, else up again.");

    private PressureSettings() {}
}
