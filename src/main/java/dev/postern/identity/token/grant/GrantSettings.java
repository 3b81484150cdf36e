package dev.postern.identity.token.grant;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Lifetimes of refresh tokens. */
public final class GrantSettings {

    public static final Setting<Duration> REFRESH_IDLE = Setting.duration(
            "postern.token.refresh-idle-lifetime",
            "14d",
            "A refresh token that is not used for this long ends; one that is not offline already after postern.session.idle.");

    public static final Setting<Duration> REFRESH_ABSOLUTE = Setting.duration(
            "postern.token.refresh-absolute-lifetime",
            "90d",
            "A refresh token family ends after this time however often it is used; one that is not offline ends with the"
                    + " single sign-on session if that is earlier.");

    private GrantSettings() {}
}
