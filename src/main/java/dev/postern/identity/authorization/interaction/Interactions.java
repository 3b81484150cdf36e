package dev.postern.identity.authorization.interaction;

import dev.postern.data.session.Region;
import dev.postern.data.session.SessionCache;
import dev.postern.identity.authorization.session.Browser;
import dev.postern.platform.Digests;
import dev.postern.platform.Json;
import dev.postern.platform.MasterKeys;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * The pending interactions, each bound to the browser that began it (RFC 9700 section 4.7).
 *
 * <p>Every transition is one conditional replacement, so that of two answers to one form exactly one counts. A form's token is a MAC
 * over the interaction and its step: nothing has to be stored for it, and it ends with the step.
 */
@Service
public class Interactions {

    private static final String FINISHED = "finished";
    private static final Duration FINISHED_KEPT = Duration.ofMinutes(1);
    private static final String PURPOSE = "interaction form token";

    private final SessionCache cache;
    private final RandomValues random;
    private final MasterKeys keys;
    private final Clock clock;
    private final Duration lifetime;

    @Inject
    public Interactions(SessionCache cache, RandomValues random, MasterKeys keys, Clock clock, Settings settings) {
        this.cache = cache;
        this.random = random;
        this.keys = keys;
        this.clock = clock;
        this.lifetime = settings.get(InteractionSettings.LIFETIME);
    }

    /** Stores a new interaction. @return its id */
    public String begin(Interaction interaction) {
        String id = random.secret();
        cache.put(Region.INTERACTION, Digests.sha256(id), Json.write(interaction), lifetime);
        return id;
    }

    /** The interaction, if it is pending and this is its browser. Reading changes nothing. */
    public Optional<PendingInteraction> find(String id, Browser browser) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return cache.get(Region.INTERACTION, Digests.sha256(id))
                .filter(text -> !text.equals(FINISHED))
                .map(text -> pending(id, text))
                .filter(pending -> browser.isBoundBy(pending.state().bindingHash()));
    }

    private PendingInteraction pending(String id, String stored) {
        Interaction state = Json.read(stored, Interaction.class);
        return new PendingInteraction(id, formToken(id, state), state, stored);
    }

    /** The interaction that a form answers: pending, of this browser, at that stage, and with the token of its present step. */
    public Optional<PendingInteraction> answered(
            String id, String formToken, Interaction.Stage stage, Browser browser) {
        return find(id, browser)
                .filter(pending -> pending.state().stage() == stage)
                .filter(pending -> Digests.same(pending.formToken(), formToken));
    }

    /** Moves it on; false if another answer did so first. */
    public boolean advance(PendingInteraction pending, Interaction next) {
        Duration left = Duration.between(clock.instant(), next.createdAt().plus(lifetime));
        return !left.isNegative() && replace(pending, Json.write(next), left);
    }

    /** Ends it; false if another answer did so first. */
    public boolean finish(PendingInteraction pending) {
        return replace(pending, FINISHED, FINISHED_KEPT);
    }

    private boolean replace(PendingInteraction pending, String next, Duration left) {
        String key = Digests.sha256(pending.id());
        return cache.replace(Region.INTERACTION, key, pending.stored(), next, left);
    }

    private String formToken(String id, Interaction interaction) {
        byte[] message = (id + " " + interaction.stage() + " " + interaction.step()).getBytes(StandardCharsets.UTF_8);
        byte[] mac = MasterKeys.hmac(keys.derive(PURPOSE, keys.currentVersion()), message);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }
}
