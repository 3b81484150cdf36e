package dev.postern.identity.credential;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of the links by which people set a new password. */
public final class ResetSettings {

    public static final Setting<Duration> LINK_LIFETIME = Setting.duration(
            "postern.passwords.reset-link-lifetime",
            "1h",
            "Life of the one-time link that an administrator has mailed to a person to set a new password.");

    public static final Setting<Integer> LINKS_PER_HOUR = Setting.count(
            "postern.passwords.reset-links-per-hour", 5, "How many such links one person is mailed within an hour.");

    private ResetSettings() {}
}
