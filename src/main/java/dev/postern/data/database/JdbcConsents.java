package dev.postern.data.database;

import dev.postern.data.SignalledCopies;
import dev.postern.data.Sql;
import dev.postern.platform.Json;
import dev.postern.platform.Service;
import dev.postern.protocol.Scope;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Consents, added to by compare-and-set so that two decisions at once both count. */
@Service
class JdbcConsents implements Consents {

    private static final int ATTEMPTS = 10;

    private static final String GIVEN = "consents";

    private final Sql sql;
    private final ReadCopy copies;
    private final SignalledCopies<Permissions> given;

    @Inject
    JdbcConsents(Sql sql, ReadCopy copies) {
        this.sql = sql;
        this.copies = copies;
        this.given = copies.cautious(GIVEN);
    }

    @Override
    public Optional<Permissions> find(String subject, String clientId) {
        String key = key(subject, clientId);
        Optional<Permissions> known = given.get(key);
        if (known.isPresent()) {
            return known;
        }
        long mark = given.mark();
        Optional<Permissions> read = read(subject, clientId);
        read.ifPresent(permissions -> given.keep(key, permissions, mark));
        return read;
    }

    private static String key(String subject, String clientId) {
        return subject + " " + clientId;
    }

    private Optional<Permissions> read(String subject, String clientId) {
        return sql.first(
                "select scope, claims from consent where subject = ? and client_id = ?",
                JdbcConsents::permissions,
                subject,
                clientId);
    }

    private static Permissions permissions(ResultSet row) throws SQLException {
        return new Permissions(Scope.ofWire(row.getString("scope")), claims(row.getString("claims")));
    }

    @SuppressWarnings("unchecked")
    private static Set<String> claims(String stored) {
        return stored.isEmpty() ? Set.of() : Json.read(stored, Set.class);
    }

    private static String stored(Set<String> claims) {
        return claims.isEmpty() ? "" : Json.write(claims);
    }

    @Override
    public List<Consent> of(String subject) {
        return sql.all(
                "select client_id, scope, claims, granted_at from consent where subject = ? order by granted_at, client_id",
                row -> new Consent(row.getString("client_id"), permissions(row), Sql.instant(row, "granted_at")),
                subject);
    }

    @Override
    public void remember(String subject, String clientId, Permissions more, Instant now) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<Permissions> before = read(subject, clientId);
            boolean stored = before.isPresent()
                    ? widen(subject, clientId, before.get(), before.get().plus(more))
                    : insert(subject, clientId, more, now);
            if (stored) {
                copies.changed(GIVEN, key(subject, clientId));
                return;
            }
        }
        throw new IllegalStateException("the consent changes faster than it can be written");
    }

    private boolean insert(String subject, String clientId, Permissions first, Instant now) {
        return sql.insertOnce(
                "insert into consent (subject, client_id, scope, claims, granted_at) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                subject,
                clientId,
                first.scope().wire(),
                stored(first.claims()),
                now);
    }

    private boolean widen(String subject, String clientId, Permissions before, Permissions after) {
        return sql.update(
                        "update consent set scope = ?, claims = ?"
                                + " where subject = ? and client_id = ? and scope = ? and claims = ?",
                        after.scope().wire(),
                        stored(after.claims()),
                        subject,
                        clientId,
                        before.scope().wire(),
                        stored(before.claims()))
                == 1;
    }

    @Override
    public boolean withdraw(String subject, String clientId) {
        boolean withdrawn =
                sql.update("delete from consent where subject = ? and client_id = ?", subject, clientId) == 1;
        copies.changed(GIVEN, key(subject, clientId));
        return withdrawn;
    }
}
