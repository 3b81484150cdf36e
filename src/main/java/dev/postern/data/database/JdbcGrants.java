package dev.postern.data.database;

import dev.postern.data.Insert;
import dev.postern.data.SharedInserts;
import dev.postern.data.SignalledCopies;
import dev.postern.data.Sql;
import dev.postern.platform.Service;
import dev.postern.protocol.Scope;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Grants by single statements whose row counts decide. */
@Service
class JdbcGrants implements Grants {

    static final String COLUMNS =
            "id, client_id, subject, session_id, scope, resource, offline, created_at, expires_at";

    private static final String INTO = "oauth_grant (" + COLUMNS + ", code_hash)";

    private static final String REVOKE =
            "update oauth_grant set revoked_at = ?, revoke_reason = ? where id = ? and revoked_at is null";

    /** The row that introspection and userinfo look for; it goes when nothing that was issued under the grant can be valid. */
    private static final String REFUSE_TOKENS_OF = "insert into revocation (id, expires_at)"
            + " select id, expires_at from oauth_grant where id = ? on conflict do nothing";

    /** Copies that say of a grant or token that it was not revoked, and of a user that they are not disabled. */
    static final String UNREVOKED = "unrevoked";

    private static final String IS_REVOKED = "select 1 from revocation where id in (?, ?)";
    private static final String OR_USER_DISABLED =
            " union all select 1 from app_user where subject = ? and not enabled";

    private final Sql sql;
    private final SharedInserts inserts;
    private final ReadCopy copies;
    private final SignalledCopies<Boolean> unrevoked;

    @Inject
    JdbcGrants(Sql sql, SharedInserts inserts, ReadCopy copies) {
        this.sql = sql;
        this.inserts = inserts;
        this.copies = copies;
        this.unrevoked = copies.cautious(UNREVOKED);
    }

    @Override
    public boolean createOnce(Grant grant, String codeHash) {
        return sql.insertOnce(row(grant, codeHash));
    }

    @Override
    public boolean createOnce(Grant grant, String codeHash, Insert family) {
        return inserts.insertBothOnce(codeHash, row(grant, codeHash), family);
    }

    private static Insert row(Grant grant, String codeHash) {
        return Insert.of(
                INTO,
                grant.id(),
                grant.clientId(),
                grant.subject(),
                Sql.orNull(grant.sessionId()),
                grant.scope().wire(),
                String.join(" ", grant.resource()),
                grant.offline(),
                grant.createdAt(),
                grant.expiresAt(),
                Sql.orNull(codeHash));
    }

    @Override
    public Optional<Grant> find(String grantId) {
        return sql.first("select " + COLUMNS + " from oauth_grant where id = ?", JdbcGrants::grant, grantId);
    }

    @Override
    public Optional<Grant> ofCode(String codeHash) {
        return sql.first("select " + COLUMNS + " from oauth_grant where code_hash = ?", JdbcGrants::grant, codeHash);
    }

    static Grant grant(ResultSet row) throws SQLException {
        String resource = row.getString("resource");
        return new Grant(
                row.getString("id"),
                row.getString("client_id"),
                row.getString("subject"),
                Sql.text(row, "session_id"),
                Scope.ofWire(row.getString("scope")),
                resource.isEmpty() ? List.of() : List.of(resource.split(" ")),
                row.getBoolean("offline"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "expires_at"));
    }

    @Override
    public boolean revoke(String grantId, String reason, Instant now) {
        boolean revoked = sql.update(REVOKE, now, reason, grantId) == 1;
        if (revoked) {
            sql.insertOnce(REFUSE_TOKENS_OF, grantId);
            copies.changed(UNREVOKED, grantId);
        }
        return revoked;
    }

    @Override
    public List<String> revokeOfSession(String sessionId, String reason, Instant now) {
        List<String> live = sql.all(
                "select id from oauth_grant where session_id = ? and not offline and revoked_at is null order by id",
                row -> row.getString("id"),
                sessionId);
        return revokeEach(live, reason, now);
    }

    @Override
    public List<String> revokeOfClient(String subject, String clientId, String reason, Instant now) {
        List<String> live = sql.all(
                "select id from oauth_grant where subject = ? and client_id = ? and revoked_at is null order by id",
                row -> row.getString("id"),
                subject,
                clientId);
        return revokeEach(live, reason, now);
    }

    @Override
    public List<String> revokeOfOtherSessions(String subject, String kept, String reason, Instant now) {
        List<String> live = sql.all(
                "select id from oauth_grant where subject = ? and revoked_at is null"
                        + " and (session_id is null or session_id <> ?) order by id",
                row -> row.getString("id"),
                subject,
                kept);
        return revokeEach(live, reason, now);
    }

    /** @return those that nobody else had revoked meanwhile */
    private List<String> revokeEach(List<String> live, String reason, Instant now) {
        List<@Nullable Object[]> updates = new ArrayList<>();
        live.forEach(id -> updates.add(new Object[] {now, reason, id}));
        int[] changed = sql.updateEach(REVOKE, updates);
        List<String> revoked = new ArrayList<>();
        List<@Nullable Object[]> refusals = new ArrayList<>();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == 1) {
                revoked.add(live.get(i));
                refusals.add(new Object[] {live.get(i)});
            }
        }
        sql.updateEach(REFUSE_TOKENS_OF, refusals);
        revoked.forEach(id -> copies.changed(UNREVOKED, id));
        return revoked;
    }

    @Override
    public List<Participation> participants(String sessionId) {
        return sql.all(
                "select distinct client_id, subject, session_id from oauth_grant where session_id = ? order by client_id",
                JdbcGrants::participation,
                sessionId);
    }

    @Override
    public List<Participation> participations(String subject, String clientId) {
        return sql.all(
                "select distinct client_id, subject, session_id from oauth_grant"
                        + " where subject = ? and client_id = ? and session_id is not null and revoked_at is null"
                        + " order by session_id",
                JdbcGrants::participation,
                subject,
                clientId);
    }

    private static Participation participation(ResultSet row) throws SQLException {
        return new Participation(row.getString("client_id"), row.getString("subject"), row.getString("session_id"));
    }

    @Override
    public void keepOfSession(String sessionId, Instant until) {
        sql.update(
                "update oauth_grant set expires_at = ? where session_id = ? and expires_at < ?",
                until,
                sessionId,
                until);
    }

    @Override
    public void revokeToken(String tokenId, Instant expiresAt) {
        sql.insertOnce(
                "insert into revocation (id, expires_at) values (?, ?) on conflict do nothing", tokenId, expiresAt);
        copies.changed(UNREVOKED, tokenId);
    }

    @Override
    public boolean isRevoked(String grantId, String tokenId, String subject) {
        if (unrevoked.get(grantId).isPresent()
                && unrevoked.get(tokenId).isPresent()
                && (subject.isEmpty() || unrevoked.get(subject).isPresent())) {
            return false;
        }
        List<String> ids = subject.isEmpty() ? List.of(grantId, tokenId) : List.of(grantId, tokenId, subject);
        long mark = unrevoked.mark();
        boolean revoked = sql.first(
                        subject.isEmpty() ? IS_REVOKED : IS_REVOKED + OR_USER_DISABLED, row -> true, ids.toArray())
                .isPresent();
        if (!revoked) {
            ids.forEach(id -> unrevoked.keep(id, true, mark));
        }
        return revoked;
    }

    @Override
    public int purge(Instant now, int limit) {
        int revocations = sql.update(
                "delete from revocation where id in"
                        + " (select id from revocation where expires_at < ? order by expires_at limit ?)",
                now,
                limit);
        int grants = sql.update(
                "delete from oauth_grant where id in"
                        + " (select id from oauth_grant where expires_at < ? order by expires_at limit ?)",
                now,
                limit);
        return revocations + grants;
    }
}
