package dev.postern.identity.keys;

import dev.postern.data.queue.Event.SigningKeyChanged;
import dev.postern.data.queue.Events;
import dev.postern.platform.Json;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Signs what this server issues and recognises it again: JSON Web Signature, RFC 7515, in the compact form.
 *
 * <p>The keys are kept in memory and read again by {@link #tick()}, so that a rotation needs no restart on any node. A new key is
 * published long before it signs; a retired one is believed until what it signed has expired. Never sign inside a transaction: the very first
 * use makes the keys and publishes events.
 */
@Service
public class SigningKeys {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(5);
    private static final Duration OTHER_NODE_MAKES_KEYS = Duration.ofSeconds(10);

    private final KeyLifecycle lifecycle;
    private final Events events;
    private final Clock clock;
    private volatile KeyRing ring = KeyRing.EMPTY;
    private volatile Instant readAt = Instant.EPOCH;

    @Inject
    public SigningKeys(KeyLifecycle lifecycle, Events events, Clock clock) {
        this.lifecycle = lifecycle;
        this.events = events;
        this.clock = clock;
    }

    /** Signs a JSON object. @param type the {@code typ} header: {@code JWT}, {@code at+jwt} … */
    public String sign(JwsAlgorithm algorithm, String type, byte[] claims) {
        return ring().active(algorithm).orElseThrow().signer().jws(type, claims);
    }

    /** Reads a JWT that one of our keys signed, a retired one included; empty for anything else, however malformed. */
    public Optional<OwnJwt> verifyOwn(String jwt) {
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return verify(parts);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // neither base64url nor JSON
        }
    }

    private Optional<OwnJwt> verify(String[] parts) {
        Map<String, Object> header = Json.readObject(decoded(parts[0]));
        Optional<SigningKey> key = named(String.valueOf(header.get("kid")))
                .filter(candidate -> candidate.algorithm().wire().equals(header.get("alg")));
        byte[] message = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
        boolean ours = key.isPresent()
                && !header.containsKey("crit")
                && key.get().verifier().verify(message, signature);
        if (!ours) {
            return Optional.empty();
        }
        String type = header.get("typ") instanceof String text ? text : "";
        return Optional.of(new OwnJwt(type, key.get().kid(), Json.readObject(decoded(parts[1]))));
    }

    /** Whether a key is still among those that we believe, for whoever remembers what it verified. @param kid of {@link OwnJwt#keyId} */
    public boolean believes(String kid) {
        return ring().named(kid).isPresent();
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    /** A key that another node made a moment ago is looked for in the database, but not more often than every few seconds. */
    private Optional<SigningKey> named(String kid) {
        Optional<SigningKey> known = ring().named(kid);
        if (known.isPresent() || clock.instant().isBefore(readAt.plus(LOOK_AGAIN_AFTER))) {
            return known;
        }
        return read().named(kid);
    }

    /**
     * The public keys as a JSON Web Key Set (RFC 7517): next, active and retired ones. The same array, which nobody changes, until
     * the keys are read again.
     */
    public byte[] document() {
        return ring().document();
    }

    /** Does what is due and reads the keys again. A timer calls it; a start calls it once before the first request. */
    public void tick() {
        change(Set.of());
    }

    /** Activates the next keys of these algorithms now, retires the active ones and publishes new next ones. @return what changed */
    public List<SigningKeyChanged> rotateNow(Set<JwsAlgorithm> algorithms) {
        return change(algorithms);
    }

    private KeyRing ring() {
        KeyRing current = ring;
        return current.isComplete() ? current : firstRing();
    }

    private synchronized KeyRing firstRing() {
        Instant giveUpAt = clock.instant().plus(OTHER_NODE_MAKES_KEYS);
        while (!ring.isComplete()) {
            change(Set.of());
            if (!ring.isComplete()) {
                if (clock.instant().isAfter(giveUpAt)) {
                    throw new IllegalStateException("there is no signing key, and another node makes none");
                }
                pause();
            }
        }
        return ring;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another node makes signing keys", e);
        }
    }

    private List<SigningKeyChanged> change(Set<JwsAlgorithm> now) {
        List<SigningKeyChanged> changes = lifecycle.advance(now);
        read();
        if (!changes.isEmpty()) {
            events.publish(changes);
        }
        return changes;
    }

    private KeyRing read() {
        KeyRing fresh = new KeyRing(lifecycle.load(ring));
        readAt = clock.instant();
        ring = fresh;
        return fresh;
    }
}
