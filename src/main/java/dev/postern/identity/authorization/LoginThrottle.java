package dev.postern.identity.authorization;

import dev.postern.data.session.Region;
import dev.postern.data.session.SessionCache;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Digests;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;

/**
 * Rate limits of signing in and of whatever else asks for a password, per user name and per address: RFC 6749 section 10.10, NIST SP 800-63B section 3.2.2.
 *
 * <p>User names are counted whether they exist or not, so that a limit tells nothing about them.
 */
@Service
public class LoginThrottle {

    private final SessionCache cache;
    private final Duration window;
    private final int perAccount;
    private final int perAddress;

    @Inject
    public LoginThrottle(SessionCache cache, Settings settings) {
        this.cache = cache;
        this.window = settings.get(LoginSettings.FAILURE_WINDOW);
        this.perAccount = settings.get(LoginSettings.FAILURES_PER_ACCOUNT);
        this.perAddress = settings.get(LoginSettings.FAILURES_PER_ADDRESS);
    }

    public boolean admitsAddress() {
        return cache.count(Region.FAILURES, addressKey()) < perAddress;
    }

    /** Counts the try before it is made, so that many at once cannot slip through; {@link #succeeded} and {@link #undecided} take it back. */
    public boolean admitsAccount(String username) {
        return cache.increment(Region.FAILURES, accountKey(username), window) <= perAccount;
    }

    /** The password was not looked at, so the try that was counted was none. Should others count at the same time, theirs stand. */
    public void undecided(String username) {
        String key = accountKey(username);
        long count = cache.count(Region.FAILURES, key);
        cache.replace(Region.FAILURES, key, Long.toString(count), Long.toString(count - 1), window);
    }

    public void failed() {
        cache.increment(Region.FAILURES, addressKey(), window);
    }

    public void succeeded(String username) {
        cache.remove(Region.FAILURES, accountKey(username));
    }

    private static String accountKey(String username) {
        return "login.account." + Digests.sha256(username.strip().toLowerCase(Locale.ROOT));
    }

    private static String addressKey() {
        return "login.address." + CurrentRequest.get().network();
    }
}
