package dev.postern.data.refreshtoken;

import dev.postern.data.Sql;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The register of families, read by their grants. */
@Service
class JdbcFamilyRegister implements FamilyRegister {

    private final Sql sql;
    private final Clock clock;

    @Inject
    JdbcFamilyRegister(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
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

    @Override
    public int liveOf(String clientId, int atMost) {
        Instant now = clock.instant();
        return sql.allUnhurried(
                        "select 1 from refresh_token_family where client_id = ? and revoked_at is null and expires_at > ?"
                                + " and idle_expires_at > ? limit ?",
                        row -> true,
                        clientId,
                        now,
                        now,
                        atMost)
                .size();
    }
}
