package dev.postern.identity.resource;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of access tokens that are for no resource server but the issuer itself. */
public final class ResourceSettings {

    public static final Setting<Duration> ACCESS_TOKEN_LIFETIME = Setting.duration(
            "postern.token.access-token-lifetime",
            "5m",
            "Life of access tokens whose audience is the issuer; resource servers name their own.");

    private ResourceSettings() {}
}
