package dev.postern.data.refreshtoken;

import dev.postern.data.Insert;
import dev.postern.data.Sql;
import dev.postern.data.refreshtoken.Rotations.Rotation;
import dev.postern.platform.Digests;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Families in one table, one row each, rewritten in place: docs/adr/0021. */
@Service
class JdbcRefreshTokenStore implements RefreshTokenStore {

    private static final String INTO =
            "refresh_token_family (" + StoredFamily.COLUMNS + ", purge_after, current_hash, key_version, rotated_at)";

    /** The token is the usable one, and usable. */
    private static final String IF_USABLE = " where id = ? and generation = ? and current_hash = ?"
            + " and revoked_at is null and expires_at > ? and idle_expires_at > ?";

    private static final String ROTATE = "update refresh_token_family set generation = ?, current_hash = ?,"
            + " key_version = ?, rotated_at = ?, rotated_request = ?,";

    private static final String REVOKE = "update refresh_token_family set revoked_at = ?, revoke_reason = ?"
            + " where id = ? and not offline and revoked_at is null";

    private final Sql sql;
    private final Rotations rotations;
    private final TokenCodec codec;
    private final RandomValues random;

    @Inject
    JdbcRefreshTokenStore(Sql sql, Rotations rotations, TokenCodec codec, RandomValues random) {
        this.sql = sql;
        this.rotations = rotations;
        this.codec = codec;
        this.random = random;
    }

    @Override
    public Beginning begin(NewFamily family) {
        int keyVersion = codec.currentKeyVersion();
        byte[] id = random.identifierBytes();
        TokenValue first = codec.write(new TokenParts(keyVersion, id, 0, random.bytes(TokenCodec.SECRET_BYTES)));
        Instant expiresAt = family.now().plus(family.absoluteLifetime());
        IdleEnd idleEnd = IdleEnd.of(family.now(), family.idleLifetime(), expiresAt);
        Insert row = Insert.of(
                INTO,
                stored(id),
                family.grantId(),
                family.clientId(),
                family.subject(),
                Sql.orNull(family.sessionId()),
                family.scope().wire(),
                String.join(" ", family.resource()),
                family.claims().stored(),
                family.offline(),
                family.authTime(),
                family.now(),
                expiresAt,
                0,
                idleEnd.at(),
                idleEnd.purgeAfter(),
                first.hash(),
                keyVersion,
                family.now());
        return new Beginning(first, row);
    }

    @Override
    public Optional<Presented> find(TokenValue token) {
        return codec.read(token)
                .flatMap(parts -> sql.first(
                                "select " + StoredFamily.columns("") + " from refresh_token_family where id = ?",
                                StoredFamily::read,
                                stored(parts.familyId()))
                        .map(family -> new Presented(family, parts.generation(), token)));
    }

    @Override
    public Optional<TokenValue> rotate(Presented token, String request, Duration idleLifetime, Instant now) {
        int keyVersion = codec.currentKeyVersion();
        TokenValue successor = codec.successor(token.token(), parts(token), keyVersion);
        IdleEnd idleEnd = IdleEnd.of(now, idleLifetime, token.family().expiresAt());
        int rotated = sql.update(
                ROTATE + " idle_expires_at = ?, purge_after = ?" + IF_USABLE,
                token.generation() + 1,
                successor.hash(),
                keyVersion,
                now,
                Digests.sha256(request),
                idleEnd.at(),
                idleEnd.purgeAfter(),
                token.family().id(),
                token.generation(),
                token.token().hash(),
                now,
                now);
        return rotated == 1 ? Optional.of(successor) : Optional.empty();
    }

    @Override
    public Optional<Rotated> rotateAtSight(TokenValue token, String clientId, String request, Idle idle, Instant now) {
        return sql.isPostgresql()
                ? codec.read(token).flatMap(parts -> rotateAtSight(token, parts, clientId, request, idle, now))
                : Optional.empty();
    }

    private Optional<Rotated> rotateAtSight(
            TokenValue token, TokenParts parts, String clientId, String request, Idle idle, Instant now) {
        int keyVersion = codec.currentKeyVersion();
        TokenValue successor = codec.successor(token, parts, keyVersion);
        Rotation rotation = new Rotation(
                stored(parts.familyId()),
                parts.generation(),
                token.hash(),
                successor.hash(),
                keyVersion,
                Digests.sha256(request),
                clientId,
                idle,
                now);
        return rotations.make(rotation).map(family -> new Rotated(family, successor));
    }

    @Override
    public Optional<TokenValue> repeat(Presented token, String request, Duration grace, Instant now) {
        return sql.first(
                        "select current_hash, key_version from refresh_token_family where id = ? and generation = ?"
                                + " and rotated_request = ? and rotated_at >= ?"
                                + " and revoked_at is null and expires_at > ? and idle_expires_at > ?",
                        LastRotation::read,
                        token.family().id(),
                        token.generation() + 1,
                        Digests.sha256(request),
                        now.minus(grace),
                        now,
                        now)
                .filter(last -> !grace.isZero() && codec.knows(last.keyVersion))
                .flatMap(last -> {
                    TokenValue successor = codec.successor(token.token(), parts(token), last.keyVersion);
                    return Digests.same(last.currentHash, successor.hash()) ? Optional.of(successor) : Optional.empty();
                });
    }

    private record LastRotation(String currentHash, int keyVersion) {
        static LastRotation read(ResultSet row) throws SQLException {
            return new LastRotation(row.getString("current_hash"), row.getInt("key_version"));
        }
    }

    @Override
    public boolean keep(Presented token, Duration idleLifetime, Instant now) {
        IdleEnd idleEnd = IdleEnd.of(now, idleLifetime, token.family().expiresAt());
        // The usable token has been used: its predecessor gets no grace any more.
        return sql.update(
                        "update refresh_token_family set idle_expires_at = ?, purge_after = ?, rotated_request = null"
                                + IF_USABLE,
                        idleEnd.at(),
                        idleEnd.purgeAfter(),
                        token.family().id(),
                        token.generation(),
                        token.token().hash(),
                        now,
                        now)
                == 1;
    }

    @Override
    public boolean revokeGrant(String grantId, String reason, Instant now) {
        return sql.update(
                        "update refresh_token_family set revoked_at = ?, revoke_reason = ?"
                                + " where grant_id = ? and revoked_at is null",
                        now,
                        reason,
                        grantId)
                > 0;
    }

    /** One after the other by key, as {@link Rotations} locks them too, so that neither waits for the other. */
    @Override
    public int revokeSession(String sessionId, String reason, Instant now) {
        List<@Nullable Object[]> live = sql
                .all(
                        "select id from refresh_token_family where session_id = ? and not offline and revoked_at is null",
                        row -> row.getString("id"),
                        sessionId)
                .stream()
                .sorted()
                .map(id -> new @Nullable Object[] {now, reason, id})
                .toList();
        return IntStream.of(sql.updateEach(REVOKE, live)).sum();
    }

    @Override
    public int purge(Instant now, int limit) {
        return sql.update(
                "delete from refresh_token_family where id in"
                        + " (select id from refresh_token_family where purge_after <= ? order by purge_after limit ?)",
                now,
                limit);
    }

    private TokenParts parts(Presented token) {
        return codec.read(token.token())
                .orElseThrow(() -> new IllegalStateException("only tokens that were found can be used"));
    }

    private static String stored(byte[] familyId) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(familyId);
    }
}
