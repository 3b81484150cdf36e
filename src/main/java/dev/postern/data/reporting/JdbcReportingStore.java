package dev.postern.data.reporting;

import dev.postern.data.Sql;
import dev.postern.data.reporting.SignInTotal.Dimension;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Metrics in a table of their own. */
@Service
class JdbcReportingStore implements ReportingStore {

    private final Sql sql;

    @Inject
    JdbcReportingStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void replaceHour(Instant hour, List<SignInMetric> metrics) {
        sql.update("delete from sign_in_metric where hour_start = ?", hour);
        List<@Nullable Object[]> rows = metrics.stream()
                .map(metric -> new @Nullable Object[] {
                    hour, metric.clientId(), metric.outcome(), metric.method(), metric.signIns()
                })
                .toList();
        sql.updateEach(
                "insert into sign_in_metric (hour_start, client_id, outcome, method, sign_ins) values (?, ?, ?, ?, ?)",
                rows);
    }

    @Override
    public List<SignInMetric> page(SignInFilter filter, Optional<SignInMetric> after, int limit) {
        Where where = new Where(filter);
        after.ifPresent(where::after);
        return sql.allUnhurried(
                "select hour_start, client_id, outcome, method, sign_ins from sign_in_metric" + where.text
                        + " order by hour_start desc, client_id, outcome, method limit ?",
                row -> new SignInMetric(
                        Sql.instant(row, "hour_start"),
                        row.getString("client_id"),
                        row.getString("outcome"),
                        row.getString("method"),
                        row.getLong("sign_ins")),
                where.with(limit));
    }

    @Override
    public List<SignInTotal> totals(SignInFilter filter, Dimension by, int limit) {
        Where where = new Where(filter);
        String order = by == Dimension.HOUR ? column(by) : "sum(sign_ins) desc, " + column(by);
        return sql.allUnhurried(
                "select " + column(by) + ", " + sumOf("success") + " as succeeded, " + sumOf("failure") + " as failed"
                        + " from sign_in_metric" + where.text + " group by " + column(by) + " order by " + order
                        + " limit ?",
                row -> new SignInTotal(key(row, by), row.getLong("succeeded"), row.getLong("failed")),
                where.with(limit));
    }

    private static String sumOf(String outcome) {
        return "sum(case when outcome = '" + outcome + "' then sign_ins else 0 end)";
    }

    private static String column(Dimension by) {
        return switch (by) {
            case HOUR -> "hour_start";
            case CLIENT -> "client_id";
            case METHOD -> "method";
            case OUTCOME -> "outcome";
        };
    }

    private static String key(ResultSet row, Dimension by) throws SQLException {
        return by == Dimension.HOUR ? Sql.instant(row, "hour_start").toString() : Sql.text(row, column(by));
    }

    /** A filter as a condition and its parameters. */
    private static final class Where {

        private final StringBuilder text = new StringBuilder(" where hour_start >= ? and hour_start < ?");
        private final List<@Nullable Object> parameters = new ArrayList<>();

        Where(SignInFilter filter) {
            parameters.addAll(List.of(filter.from(), filter.until()));
            equal("client_id", filter.clientId());
            equal("outcome", filter.outcome());
            equal("method", filter.method());
        }

        private void equal(String column, String value) {
            if (!value.isEmpty()) {
                text.append(" and ").append(column).append(" = ?");
                parameters.add(value);
            }
        }

        void after(SignInMetric last) {
            text.append(" and (hour_start < ? or (hour_start = ? and (client_id, outcome, method) > (?, ?, ?)))");
            parameters.addAll(List.of(last.hour(), last.hour(), last.clientId(), last.outcome(), last.method()));
        }

        @Nullable
        Object[] with(int limit) {
            parameters.add(limit);
            return parameters.toArray();
        }
    }

    @Override
    public Optional<Instant> watermark(String name) {
        return sql.first(
                "select position from etl_watermark where name = ?", row -> Sql.instant(row, "position"), name);
    }

    @Override
    public Optional<Instant> lastRun(String name) {
        return sql.first("select ran_at from etl_watermark where name = ?", row -> Sql.instant(row, "ran_at"), name);
    }

    @Override
    public void moveWatermark(String name, Instant position, Instant ranAt) {
        if (!update(name, position, ranAt)
                && !sql.insertOnce(
                        "insert into etl_watermark (name, position, ran_at) values (?, ?, ?) on conflict do nothing",
                        name,
                        position,
                        ranAt)) {
            update(name, position, ranAt);
        }
    }

    private boolean update(String name, Instant position, Instant ranAt) {
        return sql.update("update etl_watermark set position = ?, ran_at = ? where name = ?", position, ranAt, name)
                == 1;
    }
}
