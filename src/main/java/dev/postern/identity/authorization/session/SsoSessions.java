package dev.postern.identity.authorization.session;

import dev.postern.data.database.EndedSessions;
import dev.postern.data.session.Region;
import dev.postern.data.session.SessionCache;
import dev.postern.identity.lifetime.SessionSettings;
import dev.postern.platform.Digests;
import dev.postern.platform.Json;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Single sign-on sessions in the cache (H5), each under the hash of its cookie's value. */
@Service
public class SsoSessions {

    /** A session is written back when a tenth of the idle time has passed since it was written last: most uses cost one read. */
    private static final int WRITES_PER_IDLE_TIME = 10;

    private final SessionCache cache;
    private final EndedSessions ended;
    private final RandomValues random;
    private final Clock clock;
    private final Duration lifetime;
    private final Duration idle;

    @Inject
    public SsoSessions(SessionCache cache, EndedSessions ended, RandomValues random, Clock clock, Settings settings) {
        this.cache = cache;
        this.ended = ended;
        this.random = random;
        this.clock = clock;
        this.lifetime = settings.get(SessionSettings.LIFETIME);
        this.idle = settings.get(SessionSettings.IDLE);
    }

    /** A session that has just begun, with the value for its cookie, which nobody knew before. */
    public record Started(SsoSession session, String cookie) {}

    /** The session of a cookie value, if it is alive; using it moves its idle end. */
    public Optional<SsoSession> current(Optional<String> cookie) {
        return cookie.flatMap(value ->
                stored(value).flatMap(text -> alive(text).map(session -> touched(session, text, value))));
    }

    /** The same without using it. */
    public Optional<SsoSession> find(Optional<String> cookie) {
        return cookie.flatMap(this::stored).flatMap(this::alive);
    }

    private Optional<String> stored(String cookie) {
        return cache.get(Region.SSO_SESSION, Digests.sha256(cookie));
    }

    private Optional<SsoSession> alive(String stored) {
        Instant now = clock.instant();
        return Optional.of(Json.read(stored, SsoSession.class))
                .filter(session -> now.isBefore(session.endsAt()))
                .filter(session -> !ended.contain(session.id(), session.subject(), session.authTime()));
    }

    /** @param stored as the cache holds it, whichever node or version has written it */
    private SsoSession touched(SsoSession session, String stored, String cookie) {
        Instant now = clock.instant();
        if (session.usedAt().plus(idle.dividedBy(WRITES_PER_IDLE_TIME)).isAfter(now)) {
            return session;
        }
        SsoSession used = session.used(now);
        String key = Digests.sha256(cookie);
        // Conditional: a session that ends at this moment must not come back.
        if (cache.replace(Region.SSO_SESSION, key, stored, Json.write(used), remaining(used, now))) {
            mark(used, now);
        }
        return used;
    }

    /**
     * A session for somebody who has just proved who they are. It is not stored yet: {@link #store} does that.
     *
     * @param sessionId the session that it continues (the same person proved it again), empty for a new one
     */
    public Started start(String subject, Optional<String> sessionId, List<String> amr) {
        Instant now = clock.instant();
        String id = sessionId.orElseGet(random::identifier);
        return new Started(new SsoSession(id, subject, now, amr, now, now.plus(lifetime)), random.secret());
    }

    public void store(Started started) {
        SsoSession session = started.session();
        Instant now = clock.instant();
        cache.put(Region.SSO_SESSION, Digests.sha256(started.cookie()), Json.write(session), remaining(session, now));
        mark(session, now);
    }

    private void mark(SsoSession session, Instant now) {
        cache.put(Region.SESSION_IN_USE, session.id(), "", remaining(session, now));
    }

    /** Those of the sessions, by their ids, that have not idled away. It does not say whether they were ended. */
    public Set<String> inUse(Set<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : cache.getAll(Region.SESSION_IN_USE, ids).keySet();
    }

    /** From now on the cookie value means nothing. */
    public void forget(String cookie) {
        cache.remove(Region.SSO_SESSION, Digests.sha256(cookie));
    }

    private Duration remaining(SsoSession session, Instant now) {
        Duration untilEnd = Duration.between(now, session.endsAt());
        return untilEnd.compareTo(idle) < 0 ? untilEnd : idle;
    }
}
