package dev.postern.identity.lifetime;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of single sign-on. */
public final class SessionSettings {

    public static final Setting<Duration> LIFETIME = Setting.duration(
            "postern.session.lifetime", "12h", "How long a person stays signed in at most, however active.");

    public static final Setting<Duration> IDLE = Setting.duration(
            "postern.session.idle", "2h", "How long a person stays signed in without any sign-in to an application.");

    public static final Setting<Duration> DEVICE_LIFETIME = Setting.duration(
            "postern.session.device-lifetime",
            "400d",
            "How long the cookie lives by which a device is known again; browsers allow 400 days at most.");

    public static final Setting<Boolean> MANAGEMENT = Setting.flag(
            "postern.session.management",
            false,
            "Offers OpenID Connect Session Management: a page for clients' frames that says whether the session has changed, and a cookie"
                    + " for it that scripts can read, beside the one of the session.");

    private SessionSettings() {}
}
