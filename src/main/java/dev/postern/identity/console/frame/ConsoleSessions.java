package dev.postern.identity.console.frame;

import dev.postern.data.session.Region;
import dev.postern.data.session.SessionCache;
import dev.postern.platform.Digests;
import dev.postern.platform.Json;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sessions at the console, each in the cache under the hash of its cookie's value, so that any node knows it. */
@Service
class ConsoleSessions {

    private final SessionCache cache;
    private final RandomValues random;
    private final Clock clock;
    private final Duration lifetime;

    @Inject
    ConsoleSessions(SessionCache cache, RandomValues random, Clock clock, Settings settings) {
        this.cache = cache;
        this.random = random;
        this.clock = clock;
        this.lifetime = settings.get(ConsoleSettings.SESSION_LIFETIME);
    }

    /** A session that has just begun. @param cookie the value of its cookie, which nobody knew before */
    record Begun(String cookie, ConsoleSession session) {}

    Begun begin(String subject, String sessionId, Instant signedInAt, String language, String idToken) {
        Instant endsAt = clock.instant().plus(lifetime);
        String cookie = random.secret();
        ConsoleSession session =
                new ConsoleSession(subject, sessionId, signedInAt, random.secret(), language, idToken, endsAt);
        keep(cookie, session);
        return new Begun(cookie, session);
    }

    void keep(String cookie, ConsoleSession session) {
        Duration remaining = Duration.between(clock.instant(), session.endsAt());
        cache.put(Region.CONSOLE_SESSION, Digests.sha256(cookie), Json.write(session), remaining);
    }

    Optional<ConsoleSession> find(Optional<String> cookie) {
        return cookie.flatMap(value -> cache.get(Region.CONSOLE_SESSION, Digests.sha256(value)))
                .map(text -> Json.read(text, ConsoleSession.class))
                .filter(session -> clock.instant().isBefore(session.endsAt()));
    }

    void end(String cookie) {
        cache.remove(Region.CONSOLE_SESSION, Digests.sha256(cookie));
    }
}
