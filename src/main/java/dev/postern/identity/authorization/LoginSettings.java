package dev.postern.identity.authorization;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of the rate limits of signing in. They count failures. */
public final class LoginSettings {

    public static final Setting<Duration> FAILURE_WINDOW = Setting.duration(
            "postern.login.failure-window", "15m", "The time in which failed logins are counted together.");

    public static final Setting<Integer> FAILURES_PER_ACCOUNT = Setting.count(
            "postern.login.failures-per-account",
            10,
            "Failed logins with one user name, existing or not, after which it must wait for the window to end.");

    public static final Setting<Integer> FAILURES_PER_ADDRESS = Setting.count(
            "postern.login.failures-per-address",
            100,
            "Failed logins and guessed device codes from one address (one /64 network of IPv6) after which it must wait for the window to end.");

    private LoginSettings() {}
}
