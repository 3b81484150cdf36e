package dev.postern.data.refreshtoken;

import dev.postern.data.CallGroups;
import dev.postern.data.DataSettings;
import dev.postern.data.Sql;
import dev.postern.data.SqlFailures;
import dev.postern.data.refreshtoken.RefreshTokenStore.Idle;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rotations of usable tokens on PostgreSQL, those of concurrent requests in one statement: docs/adr/0092.
 *
 * <p>The update is a transaction by itself; never call it inside of one. The idle lifetimes are the server's, the same for all, and the instant of a group is its latest.
 */
@Service
class Rotations {

    private static final int LARGEST_GROUP = 50;

    /** The first five parameters are instants of the whole group, the rest arrays with an element for each rotation, then two instants again. */
    private static final String ROTATE = "update refresh_token_family f set generation = r.generation + 1,"
            + " current_hash = r.successor, key_version = r.key_version, rotated_request = r.request, rotated_at = ?,"
            + " idle_expires_at = least(case when f.offline then ? else ? end, f.expires_at),"
            + " purge_after = case when f.offline then ? else ? end"
            + " from unnest(cast(? as varchar[]), cast(? as int[]), cast(? as varchar[]), cast(? as varchar[]),"
            + " cast(? as int[]), cast(? as varchar[]), cast(? as varchar[]))"
            + " as r (id, generation, hash, successor, key_version, request, client_id)"
            + " where f.id = r.id and f.generation = r.generation and f.current_hash = r.hash and f.client_id = r.client_id"
            + " and f.revoked_at is null and f.expires_at > ? and f.idle_expires_at > ?"
            + " and exists (select 1 from app_user u where u.subject = f.subject and u.enabled) returning "
            + StoredFamily.columns("f.");

    private final Sql sql;
    private final CallGroups<Rotation> groups;

    @Inject
    Rotations(Sql sql, Settings settings) {
        this(sql, settings.get(DataSettings.COMMIT_INTERVAL));
    }

    Rotations(Sql sql, Duration pause) {
        this.sql = sql;
        this.groups = new CallGroups<>(this::rotate, SqlFailures::isAway, pause, LARGEST_GROUP);
    }

    /** Returns the family as it is after the rotation. @return empty if its row did not allow it, or another rotation came first */
    Optional<RefreshTokenFamily> make(Rotation rotation) {
        groups.make(rotation);
        return Optional.ofNullable(rotation.family);
    }

    /** Of several for one family only the first is tried: it decides. */
    private void rotate(List<Rotation> rotations) {
        Map<String, Rotation> byFamily = new TreeMap<>();
        rotations.forEach(rotation -> byFamily.putIfAbsent(rotation.id, rotation));
        List<Rotation> tried = List.copyOf(byFamily.values());
        Rotation any = tried.get(0);
        Instant now = tried.stream()
                .map(rotation -> rotation.now)
                .max(Instant::compareTo)
                .orElseThrow();
        IdleEnd offline = IdleEnd.of(now, any.idle.offline(), Instant.MAX);
        IdleEnd online = IdleEnd.of(now, any.idle.online(), Instant.MAX);
        sql.all(
                        ROTATE,
                        StoredFamily::read,
                        now,
                        offline.at(),
                        online.at(),
                        offline.purgeAfter(),
                        online.purgeAfter(),
                        texts(tried, rotation -> rotation.id),
                        tried.stream().map(rotation -> rotation.generation).toArray(Integer[]::new),
                        texts(tried, rotation -> rotation.hash),
                        texts(tried, rotation -> rotation.successor),
                        tried.stream().map(rotation -> rotation.keyVersion).toArray(Integer[]::new),
                        texts(tried, rotation -> rotation.request),
                        texts(tried, rotation -> rotation.clientId),
                        now,
                        now)
                .forEach(family ->
                        Optional.ofNullable(byFamily.get(family.id())).ifPresent(rotation -> rotation.family = family));
    }

    private static Object texts(List<Rotation> rotations, java.util.function.Function<Rotation, String> text) {
        return rotations.stream().map(text).toArray(String[]::new);
    }

    /** One rotation that is asked for, and what became of it. */
    static final class Rotation {
        private final String id;
        private final int generation;
        private final String hash;
        private final String successor;
        private final int keyVersion;
        private final String request;
        private final String clientId;
        private final Idle idle;
        private final Instant now;
        private @Nullable RefreshTokenFamily family;

        /** @param generation of the token that is spent @param hash of it @param successor hash of the next @param request its fingerprint */
        Rotation(
                String id,
                int generation,
                String hash,
                String successor,
                int keyVersion,
                String request,
                String clientId,
                Idle idle,
                Instant now) {
            this.id = id;
            this.generation = generation;
            this.hash = hash;
            this.successor = successor;
            this.keyVersion = keyVersion;
            this.request = request;
            this.clientId = clientId;
            this.idle = idle;
            this.now = now;
        }
    }
}
