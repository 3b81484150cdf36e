package dev.postern.data.database;

import dev.postern.data.Sql;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The register of grants, read in parts by the indexes on the subject, on client and end, and on the end. */
@Service
class JdbcGrantRegister implements GrantRegister {

    private static final String SELECT =
            "select " + JdbcGrants.COLUMNS + ", revoked_at, revoke_reason from oauth_grant";

    private final Sql sql;
    private final Clock clock;

    @Inject
    JdbcGrantRegister(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public Optional<FoundGrant> find(String grantId) {
        return sql.first(SELECT + " where id = ?", JdbcGrantRegister::found, grantId);
    }

    @Override
    public List<FoundGrant> page(String subject, String clientId, Optional<Place> after, int limit) {
        StringBuilder where = new StringBuilder(" where 1 = 1");
        List<@Nullable Object> parameters = new ArrayList<>();
        if (!subject.isEmpty()) {
            where.append(" and subject = ?");
            parameters.add(subject);
        }
        if (!clientId.isEmpty()) {
            where.append(" and client_id = ?");
            parameters.add(clientId);
        }
        after.ifPresent(place -> {
            // The first condition is the place in the index, the second what of one moment was told before.
            where.append(" and expires_at <= ? and (expires_at < ? or id < ?)");
            parameters.addAll(List.of(place.expiresAt(), place.expiresAt(), place.id()));
        });
        parameters.add(limit);
        return sql.allUnhurried(
                SELECT + where + " order by expires_at desc, id desc limit ?",
                JdbcGrantRegister::found,
                parameters.toArray());
    }

    @Override
    public LiveGrants liveOf(String clientId, int atMost) {
        List<String> subjects = sql.allUnhurried(
                "select subject from oauth_grant where client_id = ? and revoked_at is null and expires_at > ? limit ?",
                row -> Sql.text(row, "subject"),
                clientId,
                clock.instant(),
                atMost);
        long people = subjects.stream()
                .filter(subject -> subject.startsWith(User.SUBJECT_PREFIX))
                .distinct()
                .count();
        return new LiveGrants(subjects.size(), (int) people);
    }

    private static FoundGrant found(ResultSet row) throws SQLException {
        return new FoundGrant(
                JdbcGrants.grant(row), Sql.optionalInstant(row, "revoked_at"), Sql.text(row, "revoke_reason"));
    }
}
