package dev.postern.identity.clientkeys;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of the keys that clients publish. */
public final class ClientKeySettings {

    public static final Setting<Duration> LIFETIME = Setting.duration(
            "postern.client-keys.lifetime",
            "10m",
            "How long a key set from a client's jwks_uri is used without a new look, where the client says nothing of it (Cache-Control:"
                    + " max-age, of which 1m to 24h are believed).");

    public static final Setting<Integer> FETCHES_PER_MINUTE = Setting.count(
            "postern.client-keys.fetches-per-minute",
            6,
            "How often in a minute one jwks_uri is asked at most, whatever clients or strangers send.");

    private ClientKeySettings() {}
}
