package dev.postern.identity.registration.dynamic;

import dev.postern.data.session.Region;
import dev.postern.data.session.SessionCache;
import dev.postern.identity.registration.dynamic.RegistrationRefused.Code;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.time.Duration;

/** How often one address may register, change or guess: RFC 7591 section 5. */
@Service
class RegistrationThrottle {

    static final Duration WINDOW = Duration.ofMinutes(1);

    private final SessionCache cache;
    private final int most;

    @Inject
    RegistrationThrottle(SessionCache cache, Settings settings) {
        this.cache = cache;
        this.most = settings.get(RegistrationSettings.PER_MINUTE);
    }

    /** @throws RegistrationRefused slow_down */
    void admit() {
        String key = "register." + CurrentRequest.get().network();
        if (cache.increment(Region.FAILURES, key, WINDOW) > most) {
            throw new RegistrationRefused(Code.SLOW_DOWN, "too many requests from this address");
        }
    }
}
