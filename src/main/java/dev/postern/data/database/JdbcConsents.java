package dev.postern.data.database;

import dev.postern.data.SignalledCopies;
import dev.postern.data.Sql;
import dev.postern.platform.Service;
import dev.postern.protocol.Scope;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Consents, added to by compare-and-set so that two decisions at once both count. */
@Service
class JdbcConsents implements Consents {

    private static final int ATTEMPTS = 10;

    private static final String GIVEN = "consents";

    private final Sql sql;
    private final ReadCopy copies;
    private final SignalledCopies<Scope> given;

    @Inject
    JdbcConsents(Sql sql, ReadCopy copies) {
        this.sql = sql;
        this.copies = copies;
        this.given = copies.cautious(GIVEN);
    }

    @Override
    public Optional<Scope> find(String subject, String clientId) {
        String key = key(subject, clientId);
        Optional<Scope> known = given.get(key);
        if (known.isPresent()) {
            return known;
        }
        long mark = given.mark();
        Optional<Scope> read = read(subject, clientId);
        read.ifPresent(scope -> given.keep(key, scope, mark));
        return read;
    }

    private static String key(String subject, String clientId) {
        return subject + " " + clientId;
    }

    private Optional<Scope> read(String subject, String clientId) {
        return sql.first(
                "select scope from consent where subject = ? and client_id = ?",
                row -> Scope.ofWire(row.getString("scope")),
                subject,
                clientId);
    }

    @Override
    public List<Consent> of(String subject) {
        return sql.all(
                "select client_id, scope, granted_at from consent where subject = ? order by granted_at, client_id",
                row -> new Consent(
                        row.getString("client_id"),
                        Scope.ofWire(row.getString("scope")),
                        Sql.instant(row, "granted_at")),
                subject);
    }

    @Override
    public void remember(String subject, String clientId, Scope scope, Instant now) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<Scope> before = read(subject, clientId);
            boolean stored = before.isPresent()
                    ? widen(subject, clientId, before.get(), before.get().plus(scope))
                    : insert(subject, clientId, scope, now);
            if (stored) {
                copies.changed(GIVEN, key(subject, clientId));
                return;
            }
        }
        throw new IllegalStateException("the consent changes faster than it can be written");
    }

    private boolean insert(String subject, String clientId, Scope scope, Instant now) {
        return sql.insertOnce(
                "insert into consent (subject, client_id, scope, granted_at) values (?, ?, ?, ?) on conflict do nothing",
                subject,
                clientId,
                scope.wire(),
                now);
    }

    private boolean widen(String subject, String clientId, Scope before, Scope after) {
        return sql.update(
                        "update consent set scope = ? where subject = ? and client_id = ? and scope = ?",
                        after.wire(),
                        subject,
                        clientId,
                        before.wire())
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
