package dev.postern.data.database;

import dev.postern.data.Sql;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Signing keys; each change of state is one conditional update. */
@Service
class JdbcSigningKeyRows implements SigningKeyRows {

    private static final String COLUMNS =
            "kid, algorithm, state, public_jwk, sealed_private, created_at, activated_at, retired_at";

    private final Sql sql;

    @Inject
    JdbcSigningKeyRows(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<SigningKeyRow> all() {
        return sql.all(
                "select " + COLUMNS + " from signing_key order by created_at, kid", JdbcSigningKeyRows::signingKey);
    }

    private static SigningKeyRow signingKey(ResultSet row) throws SQLException {
        return new SigningKeyRow(
                row.getString("kid"),
                row.getString("algorithm"),
                SigningKeyRow.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("public_jwk"),
                row.getString("sealed_private"),
                Sql.instant(row, "created_at"),
                Sql.optionalInstant(row, "activated_at"),
                Sql.optionalInstant(row, "retired_at"));
    }

    @Override
    public boolean add(SigningKeyRow row) {
        return sql.insertOnce(
                "insert into signing_key (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                row.kid(),
                row.algorithm(),
                stored(row.state()),
                row.publicJwk(),
                row.sealedPrivate(),
                row.createdAt(),
                row.activatedAt().orElse(null),
                row.retiredAt().orElse(null));
    }

    @Override
    public boolean move(String kid, SigningKeyRow.State from, SigningKeyRow.State to, Instant now) {
        String stamp = switch (to) {
            case NEXT -> "";
            case ACTIVE -> ", activated_at = ?";
            case RETIRED -> ", retired_at = ?";
        };
        String update = "update signing_key set state = ?" + stamp + " where kid = ? and state = ?";
        int changed = stamp.isEmpty()
                ? sql.update(update, stored(to), kid, stored(from))
                : sql.update(update, stored(to), now, kid, stored(from));
        return changed == 1;
    }

    private static String stored(SigningKeyRow.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void delete(String kid) {
        sql.update("delete from signing_key where kid = ?", kid);
    }
}
