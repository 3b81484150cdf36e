package dev.postern.identity.clientauth;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of client authentication. */
public final class ClientAuthenticationSettings {

    public static final Setting<Duration> ASSERTION_MAX_LIFETIME = Setting.duration(
            "postern.client-assertion.max-lifetime",
            "5m",
            "How far in the future the exp of a client assertion (private_key_jwt, client_secret_jwt) may lie.");

    public static final Setting<Duration> CLOCK_SKEW = Setting.duration(
            "postern.client-assertion.clock-skew",
            "30s",
            "How far the clock of a client that signs assertions may differ from ours.");

    public static final Setting<Duration> FAILURE_WINDOW = Setting.duration(
            "postern.client-authentication.failure-window",
            "1m",
            "The time in which failed client authentications are counted together.");

    public static final Setting<Integer> FAILURES_PER_CLIENT = Setting.count(
            "postern.client-authentication.failures-per-client",
            20,
            "Failed authentications as one client, existing or not, from one address (one /64 network of IPv6), after which it"
                    + " must wait for the window to end.");

    public static final Setting<Integer> FAILURES_PER_ADDRESS = Setting.count(
            "postern.client-authentication.failures-per-address",
            100,
            "Failed client authentications from one address, after which its failures are answered 429 until the window ends.");

    private ClientAuthenticationSettings() {}
}
