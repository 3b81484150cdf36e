package dev.postern.data.database;

import dev.postern.data.Sql;
import dev.postern.platform.Json;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The register of clients by plain statements: many at once, and changes that only the row count decides. */
@Service
class JdbcClientRegister implements ClientRegister {

    private static final String SELECT = "select document, owner, version, created_at, updated_at from client";

    private static final String UPDATE =
            "update client set document = ?, enabled = ?, search_key = ?, kind = ?, owner = ?,"
                    + " version = version + 1, updated_at = ? where client_id = ?";

    private static final String INSERT =
            "insert into client (client_id, document, enabled, search_key, kind, owner, version,"
                    + " created_at, updated_at) values (?, ?, ?, ?, ?, ?, 1, ?, ?) on conflict do nothing";

    /** Of one batch: the driver holds all of it in memory. */
    private static final int MOST_AT_ONCE = 1_000;

    private final Sql sql;
    private final ReadCopy copies;
    private final Clock clock;

    @Inject
    JdbcClientRegister(Sql sql, ReadCopy copies, Clock clock) {
        this.sql = sql;
        this.copies = copies;
        this.clock = clock;
    }

    @Override
    public Optional<RegisteredClient> find(String clientId) {
        return sql.first(SELECT + " where client_id = ?", JdbcClientRegister::registered, clientId);
    }

    /** The ids are found in an index alone, so that a search through many clients reads no documents. */
    @Override
    public List<RegisteredClient> page(Search search, String after, int limit) {
        StringBuilder ids = new StringBuilder("select client_id from client where client_id > ?");
        List<@Nullable Object> parameters = new ArrayList<>(List.of(after));
        if (!search.text().isEmpty()) {
            ids.append(" and search_key like ? escape '!'");
            parameters.add(contains(search.text().toLowerCase(Locale.ROOT)));
        }
        if (!search.owner().isEmpty()) {
            ids.append(" and owner = ?");
            parameters.add(search.owner());
        }
        search.enabled().ifPresent(enabled -> {
            ids.append(" and enabled = ?");
            parameters.add(enabled);
        });
        search.kind().ifPresent(kind -> {
            ids.append(" and kind = ?");
            parameters.add(kind.wire());
        });
        parameters.add(limit);
        return sql.all(
                SELECT + " where client_id in (" + ids + " order by client_id limit ?) order by client_id",
                JdbcClientRegister::registered,
                parameters.toArray());
    }

    @Override
    public List<String> idsOwnedBy(String owner) {
        return sql.allUnhurried(
                "select client_id from client where owner = ?", row -> row.getString("client_id"), owner);
    }

    /** The pattern is that of a scope in {@link ClientDocument}; what is compared plainly first spares most rows the pattern. */
    @Override
    public List<String> withScope(String value, int limit) {
        String matches = sql.isPostgresql() ? " ~ ?" : " regexp ?";
        String quoted = '"' + value + '"';
        return sql.allUnhurried(
                "select client_id from client where document like ? escape '!' and document" + matches
                        + " order by client_id limit ?",
                row -> row.getString("client_id"),
                contains(quoted),
                "\"scope\":\\{\"values\":\\[(\"[^\"]*\",)*" + quoted.replaceAll("[^A-Za-z0-9]", "\\\\$0"),
                limit);
    }

    private static String contains(String text) {
        return "%" + text.replaceAll("([!%_])", "!$1") + "%";
    }

    @Override
    public List<String> idsNaming(String value, int limit) {
        return sql.allUnhurried(
                "select client_id from client where document like ? escape '!' order by client_id limit ?",
                row -> row.getString("client_id"),
                contains(Json.write(value)),
                limit);
    }

    @Override
    public List<RegisteredClient> among(Set<String> clientIds) {
        return sql.allUnhurried(
                SELECT + " where client_id in (select id from unnest(cast(? as varchar array)) as wanted (id))",
                JdbcClientRegister::registered,
                (Object) clientIds.toArray(String[]::new));
    }

    private static RegisteredClient registered(ResultSet row) throws SQLException {
        return new RegisteredClient(
                ClientDocument.read(row.getString("document")),
                row.getString("owner"),
                row.getLong("version"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }

    @Override
    public boolean add(Client client, String owner) {
        boolean added = sql.insertOnce(INSERT, insertion(client, owner, now()));
        if (added) {
            addOrigins(List.of(client));
            forget(List.of(client.id()));
        }
        return added;
    }

    @Override
    public boolean replace(Client client, RegisteredClient seen) {
        Object[] values = {
            ClientDocument.write(client),
            client.isEnabled(),
            ClientRow.searchKey(client),
            client.kind().wire(),
            seen.owner(),
            now(),
            client.id(),
            seen.version()
        };
        boolean replaced = sql.update(UPDATE + " and version = ?", values) == 1;
        if (replaced) {
            removeOrigins(List.of(client.id()));
            addOrigins(List.of(client));
            forget(List.of(client.id()));
        }
        return replaced;
    }

    @Override
    public boolean remove(RegisteredClient seen) {
        String id = seen.client().id();
        // The row is locked first: its origins must not go while it stays.
        boolean ours = sql.update(
                        "update client set version = version + 1 where client_id = ? and version = ?",
                        id,
                        seen.version())
                == 1;
        if (ours) {
            removeAll(List.of(id));
        }
        return ours;
    }

    @Override
    public void putAll(List<Client> clients, String owner) {
        Instant now = now();
        inParts(clients, part -> {
            removeOrigins(part.stream().map(Client::id).toList());
            List<Client> absent = new ArrayList<>();
            int[] counts = sql.updateEach(
                    UPDATE,
                    part.stream().map(client -> update(client, owner, now)).toList());
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 0) {
                    absent.add(part.get(i));
                }
            }
            sql.updateEach(
                    INSERT,
                    absent.stream().map(client -> insertion(client, owner, now)).toList());
            addOrigins(part);
        });
        forget(clients.stream().map(Client::id).toList());
    }

    @Override
    public void removeAll(List<String> clientIds) {
        inParts(clientIds, part -> {
            removeOrigins(part);
            sql.update(
                    "delete from client where client_id in (select id from unnest(cast(? as varchar array)) as gone (id))",
                    (Object) part.toArray(String[]::new));
        });
        forget(clientIds);
    }

    private static <T> void inParts(List<T> all, java.util.function.Consumer<List<T>> work) {
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            work.accept(all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE)));
        }
    }

    private static @Nullable Object[] update(Client client, String owner, Instant now) {
        return new Object[] {
            ClientDocument.write(client),
            client.isEnabled(),
            ClientRow.searchKey(client),
            client.kind().wire(),
            owner,
            now,
            client.id()
        };
    }

    private static @Nullable Object[] insertion(Client client, String owner, Instant now) {
        return new Object[] {
            client.id(),
            ClientDocument.write(client),
            client.isEnabled(),
            ClientRow.searchKey(client),
            client.kind().wire(),
            owner,
            now,
            now
        };
    }

    private void removeOrigins(List<String> clientIds) {
        sql.update(
                "delete from client_origin where client_id in"
                        + " (select id from unnest(cast(? as varchar array)) as gone (id))",
                (Object) clientIds.toArray(String[]::new));
    }

    private void addOrigins(List<Client> clients) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        clients.forEach(client ->
                client.redirection().origins().forEach(origin -> rows.add(new Object[] {client.id(), origin})));
        sql.updateEach("insert into client_origin (client_id, origin) values (?, ?)", rows);
    }

    private void forget(List<String> clientIds) {
        clientIds.forEach(id -> copies.changed("client", id));
        copies.changed("client-origin", ReadCopy.ALL);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
