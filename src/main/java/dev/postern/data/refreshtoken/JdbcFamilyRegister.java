package dev.postern.data.refreshtoken;

import dev.postern.data.Sql;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.Optional;

/** The register of families, read by their grants. */
@Service
class JdbcFamilyRegister implements FamilyRegister {

    private final Sql sql;

    @Inject
    JdbcFamilyRegister(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<FoundFamily> ofGrant(String grantId) {
        return sql.first(
                "select id, generation, created_at, rotated_at, idle_expires_at, expires_at, revoked_at, revoke_reason"
                        + " from refresh_token_family where grant_id = ? order by created_at desc limit 1",
                row -> new FoundFamily(
                        row.getString("id"),
                        row.getInt("generation"),
                        Sql.instant(row, "created_at"),
                        Sql.instant(row, "rotated_at"),
                        Sql.instant(row, "idle_expires_at"),
                        Sql.instant(row, "expires_at"),
                        Sql.optionalInstant(row, "revoked_at"),
                        Sql.text(row, "revoke_reason")),
                grantId);
    }
}
