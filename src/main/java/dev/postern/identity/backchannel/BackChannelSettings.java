package dev.postern.identity.backchannel;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of back-channel logout. */
public final class BackChannelSettings {

    public static final Setting<Duration> GIVE_UP_AFTER = Setting.duration(
            "postern.logout.give-up-after",
            "1h",
            "How long an application that does not answer is told again that a session has ended, at growing intervals.");

    public static final Setting<Duration> FIRST_RETRY = Setting.duration(
            "postern.logout.first-retry",
            "5s",
            "After which time an application that does not answer is told again for the first time; each further pause is twice as long, "
                    + "10 minutes at most.");

    public static final Setting<Integer> PARALLEL_CALLS = Setting.count(
            "postern.logout.parallel-calls",
            4,
            "Logout tokens that are sent at once; fewer than postern.outgoing.parallel.");

    private BackChannelSettings() {}
}
