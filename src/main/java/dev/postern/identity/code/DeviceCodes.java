package dev.postern.identity.code;

import dev.postern.data.session.Region;
import dev.postern.data.session.SessionCache;
import dev.postern.identity.code.DeviceAuthorization.Stage;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Digests;
import dev.postern.platform.Json;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.platform.Traces;
import dev.postern.protocol.Scope;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The codes of devices without a browser of their own: RFC 8628 sections 3.2 to 3.5.
 *
 * <p>The person's answer is one conditional replacement: of two answers one counts. That an allowed code is exchanged once is decided by the
 * database, as of {@link AuthorizationCodes}.
 */
@Service
public class DeviceCodes {

    /** Section 3.5: what each {@code slow_down} adds to the interval. */
    private static final Duration SLOWER = Duration.ofSeconds(5);

    /** A poll may be early by a tenth: requests take different times on their way. */
    private static final int PUNCTUAL_PERCENT = 90;

    private static final int TRIES = 10;

    private final SessionCache cache;
    private final RandomValues random;
    private final Clock clock;
    private final Duration lifetime;
    private final Duration remembered;
    private final Duration interval;

    @Inject
    public DeviceCodes(SessionCache cache, RandomValues random, Clock clock, Settings settings) {
        this.cache = cache;
        this.random = random;
        this.clock = clock;
        this.lifetime = settings.get(CodeSettings.DEVICE_LIFETIME);
        this.remembered = settings.get(CodeSettings.REMEMBERED);
        this.interval = settings.get(CodeSettings.DEVICE_INTERVAL);
    }

    /** What a device is told. */
    public record Issued(TokenValue deviceCode, UserCode userCode, Duration lifetime, Duration interval) {}

    /** A pending authorization as the person finds it. @param key what {@link #allow} and {@link #deny} take */
    public record Waiting(String key, DeviceAuthorization authorization) {}

    /** From here on the request belongs to the trace of this sign-in. @param scope what counts of what is asked for */
    public Issued issue(String clientId, Scope scope, List<String> resource) {
        TokenValue deviceCode = new TokenValue(random.secret());
        CurrentRequest.joinTrace(
                Traces.ofState(deviceCode.secret())); // there is no state, and this is as much a secret of the sign-in
        String key = deviceCode.hash();
        UserCode userCode = freeUserCode(key);
        DeviceAuthorization authorization = new DeviceAuthorization(
                clientId,
                scope.wire(),
                resource,
                userCode.letters(),
                CurrentRequest.get().traceId(),
                clock.instant().plus(lifetime),
                Stage.PENDING,
                Optional.empty());
        cache.put(Region.DEVICE, codeKey(key), Json.write(authorization), lifetime.plus(remembered));
        return new Issued(deviceCode, userCode, lifetime, interval);
    }

    private UserCode freeUserCode(String key) {
        for (int i = 0; i < TRIES; i++) {
            UserCode code = UserCode.random(random);
            if (cache.putIfAbsent(Region.DEVICE, userKey(code), key, lifetime)) {
                return code;
            }
        }
        throw new IllegalStateException("no user code is free");
    }

    /** What waits for the answer of whoever types this code. */
    public Optional<Waiting> waiting(UserCode typed) {
        return cache.get(Region.DEVICE, userKey(typed))
                .flatMap(key -> read(key)
                        .filter(found -> found.stage() == Stage.PENDING && !found.expiredAt(clock.instant()))
                        .map(found -> new Waiting(key, found)));
    }

    /** What a device code stands for, also after its end. */
    public Optional<DeviceAuthorization> find(TokenValue deviceCode) {
        return read(deviceCode.hash());
    }

    /** False if it was answered before, or is over. */
    public boolean allow(String key, IssuedCode given) {
        return answer(key, found -> found.allowed(given));
    }

    /** False if it was answered before, or is over. */
    public boolean deny(String key) {
        return answer(key, DeviceAuthorization::denied);
    }

    private boolean answer(String key, UnaryOperator<DeviceAuthorization> how) {
        return cache.get(Region.DEVICE, codeKey(key))
                .map(stored -> answer(key, stored, how))
                .orElse(false);
    }

    /** @param stored as the cache holds it, whichever node or version has written it */
    private boolean answer(String key, String stored, UnaryOperator<DeviceAuthorization> how) {
        DeviceAuthorization before = Json.read(stored, DeviceAuthorization.class);
        Instant now = clock.instant();
        if (before.stage() != Stage.PENDING || before.expiredAt(now)) {
            return false;
        }
        Duration left = Duration.between(now, before.expiresAt()).plus(remembered);
        boolean answered = cache.replace(Region.DEVICE, codeKey(key), stored, Json.write(how.apply(before)), left);
        if (answered) {
            cache.remove(Region.DEVICE, userKey(before.code()));
        }
        return answered;
    }

    /** Whether the device has waited long enough to ask again; each time that it has not, it has to wait longer: section 3.5. */
    public boolean mayPoll(TokenValue deviceCode) {
        String poll = "poll." + deviceCode.hash();
        String early = "early." + deviceCode.hash();
        if (cache.putIfAbsent(Region.DEVICE, poll, "", pause(cache.count(Region.DEVICE, early)))) {
            return true;
        }
        cache.put(Region.DEVICE, poll, "", pause(cache.increment(Region.DEVICE, early, lifetime)));
        return false;
    }

    private Duration pause(long timesTooEarly) {
        Duration whole = interval.plus(SLOWER.multipliedBy(Math.min(timesTooEarly, lifetime.toSeconds())));
        return whole.multipliedBy(PUNCTUAL_PERCENT).dividedBy(100);
    }

    private Optional<DeviceAuthorization> read(String key) {
        return cache.get(Region.DEVICE, codeKey(key)).map(text -> Json.read(text, DeviceAuthorization.class));
    }

    private static String codeKey(String key) {
        return "code." + key;
    }

    private static String userKey(UserCode code) {
        return "user." + Digests.sha256(code.letters());
    }
}
