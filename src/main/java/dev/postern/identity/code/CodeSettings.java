package dev.postern.identity.code;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of authorization codes. */
public final class CodeSettings {

    public static final Setting<Duration> LIFETIME = Setting.duration(
            "postern.code.lifetime", "60s", "How long an authorization code can be redeemed after it was issued.");

    public static final Setting<Duration> REMEMBERED = Setting.duration(
            "postern.code.remembered",
            "10m",
            "How long the cache still knows a code after its end, so that a late second use is recognised.");

    private CodeSettings() {}
}
