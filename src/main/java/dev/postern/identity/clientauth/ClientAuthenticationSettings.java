package dev.postern.identity.clientauth;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of client authentication. */
public final class ClientAuthenticationSettings {

    public static final Setting<Duration> ASSERTION_MAX_LIFETIME = Setting.duration(
            "postern.client-assertion.max-lifetime",
            "5m",
            "How far in the future the exp of a client assertion (private_key_jwt) may lie.");

    public static final Setting<Duration> CLOCK_SKEW = Setting.duration(
            "postern.client-assertion.clock-skew",
            "30s",
            "How far the clock of a client that signs assertions may differ from ours.");

    private ClientAuthenticationSettings() {}
}
