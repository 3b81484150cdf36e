package dev.postern.data.database;

import dev.postern.data.Sql;
import dev.postern.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A table of JSON documents with id, owner and version, changed by statements whose row counts decide. */
final class OwnedDocuments<T> {

    private final Sql sql;
    private final Clock clock;
    private final String table;
    private final String idColumn;
    private final Class<T> type;
    private final Function<T, String> id;

    /** @param table and idColumn constants */
    OwnedDocuments(Sql sql, Clock clock, String table, String idColumn, Class<T> type, Function<T, String> id) {
        this.sql = sql;
        this.clock = clock;
        this.table = table;
        this.idColumn = idColumn;
        this.type = type;
        this.id = id;
    }

    List<Registered<T>> all() {
        return sql.all(select() + " order by " + idColumn, this::registered);
    }

    Optional<Registered<T>> find(String wanted) {
        return sql.first(select() + " where " + idColumn + " = ?", this::registered, wanted);
    }

    private String select() {
        return "select document, owner, version, updated_at from " + table;
    }

    private Registered<T> registered(ResultSet row) throws SQLException {
        return new Registered<>(
                Json.read(row.getString("document"), type),
                row.getString("owner"),
                row.getLong("version"),
                Sql.instant(row, "updated_at"));
    }

    boolean add(T object, String owner) {
        return sql.insertOnce(
                "insert into " + table + " (" + idColumn
                        + ", owner, document, version, updated_at) values (?, ?, ?, 1, ?) on conflict do nothing",
                id.apply(object),
                owner,
                Json.write(object),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    boolean replace(T object, Registered<T> seen) {
        return sql.update(
                        "update " + table + " set document = ?, version = version + 1, updated_at = ? where " + idColumn
                                + " = ? and version = ?",
                        Json.write(object),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        id.apply(object),
                        seen.version())
                == 1;
    }

    boolean remove(Registered<T> seen) {
        return sql.update(
                        "delete from " + table + " where " + idColumn + " = ? and version = ?",
                        id.apply(seen.object()),
                        seen.version())
                == 1;
    }
}
