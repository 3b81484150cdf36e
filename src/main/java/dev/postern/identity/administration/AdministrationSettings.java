package dev.postern.identity.administration;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of administration. */
public final class AdministrationSettings {

    public static final Setting<Duration> FRESH_SIGN_IN = Setting.duration(
            "postern.administration.fresh-sign-in",
            "15m",
            "How old an administrator's sign-in may be when they change secrets, keys or roles.");

    private AdministrationSettings() {}
}
