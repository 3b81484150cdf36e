package dev.postern.identity.password;

import dev.postern.platform.Metrics;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.platform.pressure.Admission;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * People's passwords: Argon2id (RFC 9106) with 19 MiB, two passes and one lane, kept as PHC strings.
 *
 * <p>One core at least is left to everybody else, where there are several; who waits too long for a turn, or finds too many waiting
 * already, gets {@link PasswordsBusy}.
 * A check costs the same whether the user exists, has a password, or neither.
 */
@Service
public class Passwords {

    /** Longer input is not hashed: nobody types it, and it would be a way to keep us busy. */
    public static final int LONGEST = 1_024;

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Argon2 argon2;
    private final RandomValues random;
    private final Semaphore places;
    private final Semaphore turns;
    private final Duration longestWait;
    private final Metrics metrics;
    private final Argon2Hash nobodys;

    @Inject
    public Passwords(Settings settings, RandomValues random, Metrics metrics) {
        this(
                Argon2.best(),
                random,
                metrics,
                turns(settings.get(PasswordSettings.PARALLEL)),
                settings.get(PasswordSettings.WAITING),
                settings.get(PasswordSettings.LONGEST_WAIT));
    }

    Passwords(Argon2 argon2, RandomValues random, Metrics metrics, int parallel, int waiting, Duration longestWait) {
        this.argon2 = argon2;
        this.random = random;
        this.metrics = metrics;
        this.places = new Semaphore(parallel + waiting);
        this.turns = new Semaphore(parallel, true);
        this.longestWait = longestWait;
        this.nobodys = new Argon2Hash(MEMORY_KIB, PASSES, LANES, random.bytes(SALT_BYTES), random.bytes(HASH_BYTES));
    }

    private static int turns(int configured) {
        return configured > 0 ? configured : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    /**
     * The PHC string to store for a password.
     *
     * @throws PasswordsBusy if no core was free in time
     */
    public String hash(String password) {
        byte[] salt = random.bytes(SALT_BYTES);
        byte[] hash = compute(password, new Argon2Hash(MEMORY_KIB, PASSES, LANES, salt, new byte[HASH_BYTES]));
        return new Argon2Hash(MEMORY_KIB, PASSES, LANES, salt, hash).text();
    }

    /**
     * Whether the password is the one that was hashed. Without a readable hash the answer is false after the same time.
     *
     * @param storedHash PHC string, null or empty if there is no such user or the user has no password
     * @throws PasswordsBusy if no core was free in time
     */
    public boolean verify(String password, @Nullable String storedHash) {
        Optional<Argon2Hash> known = Optional.ofNullable(storedHash).flatMap(Argon2Hash::parse);
        Argon2Hash compared = known.orElse(nobodys);
        boolean same = MessageDigest.isEqual(compared.hash(), compute(password, compared));
        return same && known.isPresent() && password.length() <= LONGEST;
    }

    /** Whether this is a hash that {@link #verify} can check. */
    public static boolean isHash(String text) {
        return Argon2Hash.parse(text).isPresent();
    }

    private byte[] compute(String password, Argon2Hash like) {
        String shortened = password.length() > LONGEST ? password.substring(0, LONGEST) : password;
        byte[] bytes = Normalizer.normalize(shortened, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
        if (!places.tryAcquire()) {
            throw busy();
        }
        try {
            awaitTurn();
            try {
                return argon2.hash(bytes, like.salt(), like.memory(), like.passes(), like.lanes(), like.hash().length);
            } finally {
                turns.release();
            }
        } finally {
            places.release();
        }
    }

    private void awaitTurn() {
        try {
            if (!Admission.aside(() -> turns.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS))) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private PasswordsBusy busy() {
        metrics.count("postern_passwords_refused");
        return new PasswordsBusy();
    }
}
