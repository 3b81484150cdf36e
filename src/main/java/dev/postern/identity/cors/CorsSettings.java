package dev.postern.identity.cors;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of cross-origin requests. */
public final class CorsSettings {

    public static final Setting<Duration> PREFLIGHT_MAX_AGE = Setting.duration(
            "postern.cors.preflight-max-age", "10m", "How long a browser may keep the answer to a preflight request.");

    private CorsSettings() {}
}
