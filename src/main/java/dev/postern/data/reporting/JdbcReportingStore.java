package dev.postern.data.reporting;

import dev.postern.data.Sql;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Instant;
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
    public List<SignInMetric> between(Instant from, Instant until) {
        return sql.all(
                "select hour_start, client_id, outcome, method, sign_ins from sign_in_metric where hour_start >= ? and hour_start < ?"
                        + " order by hour_start desc, client_id, outcome, method",
                row -> new SignInMetric(
                        Sql.instant(row, "hour_start"),
                        row.getString("client_id"),
                        row.getString("outcome"),
                        row.getString("method"),
                        row.getLong("sign_ins")),
                from,
                until);
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
