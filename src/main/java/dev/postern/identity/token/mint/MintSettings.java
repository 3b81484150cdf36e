package dev.postern.identity.token.mint;

import dev.postern.platform.Setting;
import java.time.Duration;

/** How tokens are made. */
public final class MintSettings {

    public static final Setting<Duration> ID_TOKEN_LIFETIME =
            Setting.duration("postern.token.id-token-lifetime", "5m", "Life of ID tokens.");

    public static final Setting<String> ACCESS_TOKEN_ALGORITHM = Setting.text(
            "postern.token.access-token-algorithm",
            "ES256",
            "JWS algorithm of access tokens that are JWTs: ES256 or RS256.");

    private MintSettings() {}
}
