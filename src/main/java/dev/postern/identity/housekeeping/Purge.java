package dev.postern.identity.housekeeping;

import dev.postern.data.Leases;
import dev.postern.data.database.EndedSessions;
import dev.postern.data.database.Grants;
import dev.postern.data.database.IdempotencyKeys;
import dev.postern.data.database.OneTimeLinks;
import dev.postern.data.refreshtoken.RefreshTokenStore;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Deletes expired rows in small batches, so that tables stay small and no transaction is long. Each batch commits by itself.
 *
 * <p>One node does it for all, and renews its lease before each batch.
 */
@Service
public class Purge {

    /** Longer than a batch takes, and than timers are late: who holds the lease keeps it from one run to the next. */
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private final Grants grants;
    private final RefreshTokenStore refreshTokens;
    private final OneTimeLinks links;
    private final IdempotencyKeys keys;
    private final EndedSessions sessions;
    private final Leases leases;
    private final Clock clock;
    private final Duration lease;
    private final int batch;

    @Inject
    public Purge(
            Grants grants,
            RefreshTokenStore refreshTokens,
            OneTimeLinks links,
            IdempotencyKeys keys,
            EndedSessions sessions,
            Leases leases,
            Clock clock,
            Settings settings) {
        this.grants = grants;
        this.refreshTokens = refreshTokens;
        this.links = links;
        this.keys = keys;
        this.sessions = sessions;
        this.leases = leases;
        this.clock = clock;
        this.lease = settings.get(HousekeepingSettings.INTERVAL).plus(MARGIN);
        this.batch = settings.get(HousekeepingSettings.BATCH);
    }

    /** One table's purge. */
    @FunctionalInterface
    private interface Batches {
        int delete(Instant now, int limit);
    }

    /** Deletes all that has expired, unless another node looks after it. @return how many rows went */
    public int run() {
        Instant now = clock.instant();
        return all(refreshTokens::purge, now)
                + all(grants::purge, now)
                + all(links::purge, now)
                + all(keys::purge, now)
                + all(sessions::purge, now);
    }

    private int all(Batches batches, Instant now) {
        int total = 0;
        int deleted = batch;
        while (deleted >= batch && leases.acquire("purge", lease)) {
            deleted = batches.delete(now, batch);
            total += deleted;
        }
        return total;
    }
}
