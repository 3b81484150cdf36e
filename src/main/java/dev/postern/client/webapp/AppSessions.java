package dev.postern.client.webapp;

import dev.postern.data.session.Region;
import dev.postern.data.session.SessionCache;
import dev.postern.platform.Digests;
import dev.postern.platform.Json;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Sealer;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The app's sessions in the Session Cache, under the hash of the cookie, sealed: whoever reads the cache has no tokens. */
@Service
public class AppSessions {

    private static final String SEALED_FOR = "app-session";

    private final SessionCache cache;
    private final Sealer sealer;
    private final RandomValues random;
    private final Clock clock;

    @Inject
    public AppSessions(SessionCache cache, Sealer sealer, RandomValues random, Clock clock) {
        this.cache = cache;
        this.sealer = sealer;
        this.random = random;
        this.clock = clock;
    }

    /** A session as the cache has it: what it is now decides whether it may be replaced. */
    record Stored(String key, String text, AppSession session) {}

    /** Stores a session under a new id, and returns the value of its cookie. */
    String begin(AppSession session) {
        String cookie = random.secret();
        cache.put(Region.APP_SESSION, Digests.sha256(cookie), seal(session), timeLeft(session));
        return cookie;
    }

    Optional<Stored> find(String cookie) {
        return byKey(Digests.sha256(cookie));
    }

    Optional<Stored> byKey(String key) {
        return cache.get(Region.APP_SESSION, key)
                .flatMap(value -> sealer.open(SEALED_FOR, value)
                        .map(text -> new Stored(key, value, Json.read(text, AppSession.class))))
                .filter(stored -> timeLeft(stored.session()).toMillis() > 0);
    }

    /** False if the session has changed or ended meanwhile. */
    boolean replace(Stored before, AppSession after) {
        return cache.replace(Region.APP_SESSION, before.key(), before.text(), seal(after), timeLeft(after));
    }

    void end(String key) {
        cache.remove(Region.APP_SESSION, key);
    }

    /** Whether this node is the one to refresh the session now. */
    boolean claimRefresh(String key, Duration atMost) {
        return cache.putIfAbsent(Region.APP_SESSION, "refresh:" + key, "1", atMost);
    }

    void releaseRefresh(String key) {
        cache.remove(Region.APP_SESSION, "refresh:" + key);
    }

    private String seal(AppSession session) {
        return sealer.seal(SEALED_FOR, Json.write(session));
    }

    private Duration timeLeft(AppSession session) {
        return Duration.between(clock.instant(), session.endsAt());
    }
}
