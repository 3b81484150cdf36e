package dev.postern.data.database;

import dev.postern.data.Sql;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Account records: update first, for nearly every sign-in is by someone who was here before; the unique link decides who inserts. */
@Service
class JdbcAccounts implements Accounts {

    private final Sql sql;
    private final RandomValues random;

    @Inject
    JdbcAccounts(Sql sql, RandomValues random) {
        this.sql = sql;
        this.random = random;
    }

    @Override
    public Account upsert(String issuer, String subject, String displayName, String email, Instant now) {
        if (!update(issuer, subject, displayName, email, now) && !insert(issuer, subject, displayName, email, now)) {
            update(issuer, subject, displayName, email, now);
        }
        return sql.first(
                        "select id, issuer, subject, display_name, email, created_at, last_sign_in_at, sign_ins"
                                + " from account where issuer = ? and subject = ?",
                        JdbcAccounts::account,
                        issuer,
                        subject)
                .orElseThrow(() -> new IllegalStateException("the account vanished while it was written"));
    }

    private boolean update(String issuer, String subject, String displayName, String email, Instant now) {
        return sql.update(
                        "update account set display_name = ?, email = ?, last_sign_in_at = ?, sign_ins = sign_ins + 1"
                                + " where issuer = ? and subject = ?",
                        Sql.orNull(displayName),
                        Sql.orNull(email),
                        now,
                        issuer,
                        subject)
                == 1;
    }

    private boolean insert(String issuer, String subject, String displayName, String email, Instant now) {
        return sql.insertOnce(
                "insert into account (id, issuer, subject, display_name, email, created_at, last_sign_in_at, sign_ins)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 1) on conflict do nothing",
                random.identifier(),
                issuer,
                subject,
                Sql.orNull(displayName),
                Sql.orNull(email),
                now,
                now);
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("id"),
                row.getString("issuer"),
                row.getString("subject"),
                Sql.text(row, "display_name"),
                Sql.text(row, "email"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "last_sign_in_at"),
                row.getLong("sign_ins"));
    }
}
