package dev.postern.data.refreshtoken;

import dev.postern.data.Insert;
import dev.postern.data.Sql;
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
import java.util.Optional;

/** Families in one table, one row each, rewritten in place: docs/adr/0021. */
@Service
class JdbcRefreshTokenStore implements RefreshTokenStore {

    private static final String FAMILY_COLUMNS =
            "id, grant_id, client_id, subject, session_id, scope, resource, claims, offline,"
                    + " auth_time, created_at, expires_at, generation, idle_expires_at";

    private static final String INTO =
            "refresh_token_family (" + FAMILY_COLUMNS + ", purge_after, current_hash, key_version, rotated_at)";

    /** The token is the usable one, and usable. */
    private static final String IF_USABLE = " where id = ? and generation = ? and current_hash = ?"
            + " and revoked_at is null and expires_at > ? and idle_expires_at > ?";

    private static final String ROTATE = "update refresh_token_family set generation = ?, current_hash = ?,"
            + " key_version = ?, rotated_at = ?, rotated_request = ?,";

    private static final String ROTATE_AT_SIGHT = ROTATE
            + " idle_expires_at = least(case when offline then ? else ? end, expires_at),"
            + " purge_after = case when offline then ? else ? end" + IF_USABLE
            + " and client_id = ? and exists (select 1 from app_user u"
            + " where u.subject = refresh_token_family.subject and u.enabled) returning " + FAMILY_COLUMNS
            + ", revoked_at";

    private final Sql sql;
    private final TokenCodec codec;
    private final RandomValues random;

    @Inject
    JdbcRefreshTokenStore(Sql sql, TokenCodec codec, RandomValues random) {
        this.sql = sql;
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
                                "select " + FAMILY_COLUMNS + ", revoked_at from refresh_token_family where id = ?",
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
        IdleEnd offline = IdleEnd.of(now, idle.offline(), Instant.MAX);
        IdleEnd online = IdleEnd.of(now, idle.online(), Instant.MAX);
        return sql.first(
                        ROTATE_AT_SIGHT,
                        StoredFamily::read,
                        parts.generation() + 1,
                        successor.hash(),
                        keyVersion,
                        now,
                        Digests.sha256(request),
                        offline.at(),
                        online.at(),
                        offline.purgeAfter(),
                        online.purgeAfter(),
                        stored(parts.familyId()),
                        parts.generation(),
                        token.hash(),
                        now,
                        now,
                        clientId)
                .map(family -> new Rotated(family, successor));
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

    @Override
    public int revokeSession(String sessionId, String reason, Instant now) {
        return sql.update(
                "update refresh_token_family set revoked_at = ?, revoke_reason = ?"
                        + " where session_id = ? and not offline and revoked_at is null",
                now,
                reason,
                sessionId);
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
