package dev.postern.identity.code;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of authorization codes and of device codes. */
public final class CodeSettings {

    public static final Setting<Duration> LIFETIME = Setting.duration(
            "postern.code.lifetime", "60s", "How long an authorization code can be redeemed after it was issued.");

    public static final Setting<Duration> REMEMBERED = Setting.duration(
            "postern.code.remembered",
            "10m",
            "How long the cache still knows a code after its end, so that a late second use is recognised.");

    public static final Setting<Duration> DEVICE_LIFETIME = Setting.duration(
            "postern.device-code.lifetime",
            "10m",
            "How long a person has to type the code that a device shows, and to allow what it asks for.");

    public static final Setting<Duration> DEVICE_INTERVAL = Setting.duration(
            "postern.device-code.interval", "5s", "How long a device has to wait before it asks again for its tokens.");

    private CodeSettings() {}
}
