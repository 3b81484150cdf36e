package dev.postern.data.refreshtoken;

import dev.postern.data.Sql;
import dev.postern.protocol.GrantedClaims;
import dev.postern.protocol.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads a family out of its row. */
final class StoredFamily {

    static final String COLUMNS = "id, grant_id, client_id, subject, session_id, scope, resource, claims, offline,"
            + " auth_time, created_at, expires_at, generation, idle_expires_at";

    private StoredFamily() {}

    /** What {@link #read} reads. @param table the alias of the table with a dot behind it, or nothing */
    static String columns(String table) {
        return table + (COLUMNS + ", revoked_at").replace(", ", ", " + table);
    }

    static RefreshTokenFamily read(ResultSet row) throws SQLException {
        String resource = row.getString("resource");
        return new RefreshTokenFamily(
                row.getString("id"),
                row.getString("grant_id"),
                row.getString("client_id"),
                row.getString("subject"),
                Sql.text(row, "session_id"),
                Scope.ofWire(row.getString("scope")),
                resource.isEmpty() ? List.of() : List.of(resource.split(" ")),
                GrantedClaims.ofStored(row.getString("claims")),
                row.getBoolean("offline"),
                Sql.instant(row, "auth_time"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "expires_at"),
                row.getInt("generation"),
                Sql.instant(row, "idle_expires_at"),
                Sql.optionalInstant(row, "revoked_at").isPresent());
    }
}
