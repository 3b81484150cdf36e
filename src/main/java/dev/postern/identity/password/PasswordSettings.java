package dev.postern.identity.password;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of password hashing. */
public final class PasswordSettings {

    public static final Setting<Integer> PARALLEL = Setting.count(
            "postern.passwords.parallel",
            0,
            "How many passwords are hashed at the same time, so that a login storm does not starve the rest; 0: the number of cores, less one.");

    public static final Setting<Integer> WAITING = Setting.count(
            "postern.passwords.waiting",
            64,
            "How many logins may wait for their turn; the next one is answered 503 at once, so that other requests find free threads.");

    public static final Setting<Duration> LONGEST_WAIT = Setting.duration(
            "postern.passwords.longest-wait",
            "4s",
            "How long a login waits for its turn to be hashed before it is answered 503 with Retry-After.");

    private PasswordSettings() {}
}
