package dev.postern.identity.code;

import dev.postern.data.session.Region;
import dev.postern.data.session.SessionCache;
import dev.postern.platform.Digests;
import dev.postern.platform.Json;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Issues authorization codes and finds them again: RFC 6749 section 4.1.2.
 *
 * <p>The cache only finds a code. That it is spent once is decided by the database
 * ({@link dev.postern.data.database.Grants#createOnce}), so a code stays readable here after its use and its end.
 */
@Service
public class AuthorizationCodes {

    private final SessionCache cache;
    private final RandomValues random;
    private final Clock clock;
    private final Duration lifetime;
    private final Duration remembered;
    private final Duration longest;

    @Inject
    public AuthorizationCodes(SessionCache cache, RandomValues random, Clock clock, Settings settings) {
        this.cache = cache;
        this.random = random;
        this.clock = clock;
        this.lifetime = settings.get(CodeSettings.LIFETIME);
        this.remembered = settings.get(CodeSettings.REMEMBERED);
        this.longest = longer(lifetime, settings.get(CodeSettings.DEVICE_LIFETIME));
    }

    /** The end of a code that is issued now. */
    public Instant expiry() {
        return clock.instant().plus(lifetime);
    }

    /** Makes a code of 256 random bits and stores what it stands for under its hash. */
    public TokenValue issue(IssuedCode issued) {
        TokenValue code = new TokenValue(random.secret());
        cache.put(Region.CODE, code.hash(), Json.write(issued), lifetime.plus(remembered));
        return code;
    }

    /** What a code stands for, also after it was spent or has expired; empty if the cache does not know it. */
    public Optional<IssuedCode> find(TokenValue code) {
        return cache.get(Region.CODE, code.hash()).map(text -> Json.read(text, IssuedCode.class));
    }

    /** From now on the codes that a person has given a client, and that were not redeemed, are worth nothing. */
    public void refuseUnspent(String subject, String clientId) {
        cache.put(
                Region.REFUSED_CODES,
                withdrawalKey(subject, clientId),
                clock.instant().toString(),
                longest);
    }

    /** The session is over: its codes that were not redeemed, also one that is issued at this very moment, are worth nothing. */
    public void refuseUnspentOf(String sessionId) {
        cache.put(
                Region.REFUSED_CODES, sessionEndKey(sessionId), clock.instant().toString(), longest.multipliedBy(2));
    }

    /**
     * Why a code that has not expired is worth nothing, if it is: its session has ended, or the consent was withdrawn. Also of what a device was
     * allowed, which waits longer for the device.
     */
    public Optional<String> refusal(IssuedCode code) {
        String withdrawal = withdrawalKey(code.subject(), code.clientId());
        String sessionEnd = sessionEndKey(code.sessionId());
        Map<String, String> marks = cache.getAll(Region.REFUSED_CODES, Set.of(withdrawal, sessionEnd));
        if (marks.containsKey(sessionEnd)) {
            return Optional.of("the session has ended");
        }
        Instant issuedAt = code.expiresAt().minus(lifetime);
        return Optional.ofNullable(marks.get(withdrawal))
                .filter(withdrawnAt -> !issuedAt.isAfter(Instant.parse(withdrawnAt)))
                .map(withdrawnAt -> "the person has withdrawn their consent");
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static String withdrawalKey(String subject, String clientId) {
        return "consent." + Digests.sha256(subject + " " + clientId);
    }

    private static String sessionEndKey(String sessionId) {
        return "session." + Digests.sha256(sessionId);
    }

    /** Takes back a code that never left. */
    public void discard(TokenValue code) {
        cache.remove(Region.CODE, code.hash());
    }
}
