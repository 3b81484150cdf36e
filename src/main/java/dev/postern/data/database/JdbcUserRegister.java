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
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The register of users by plain statements, each of which decides by its row count. */
@Service
class JdbcUserRegister implements UserRegister {

    private static final String SELECT = "select subject, username, password_hash, claims, roles, enabled, owner,"
            + " version, updated_at from app_user";

    /** In the order of {@link #written}. */
    private static final List<String> WRITTEN =
            List.of("username", "username_key", "search_key", "password_hash", "claims", "roles", "enabled");

    private static final String SET = "update app_user set " + String.join(" = ?, ", WRITTEN) + " = ?,";

    private final Sql sql;
    private final ReadCopy copies;
    private final Clock clock;

    @Inject
    JdbcUserRegister(Sql sql, ReadCopy copies, Clock clock) {
        this.sql = sql;
        this.copies = copies;
        this.clock = clock;
    }

    @Override
    public Optional<Registered<User>> find(String subject) {
        return sql.first(SELECT + " where subject = ?", JdbcUserRegister::registered, subject);
    }

    @Override
    public List<Registered<User>> page(Search search, String after, int limit) {
        StringBuilder keys = new StringBuilder("select username_key from app_user where username_key > ?");
        List<@Nullable Object> parameters = new ArrayList<>(List.of(after));
        if (!search.text().isEmpty()) {
            keys.append(" and search_key like ? escape '!'");
            parameters.add("%" + search.text().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%");
        }
        if (!search.role().isEmpty()) {
            keys.append(" and roles like ?");
            parameters.add("%" + Json.write(search.role()) + "%");
        }
        search.enabled().ifPresent(enabled -> {
            keys.append(" and enabled = ?");
            parameters.add(enabled);
        });
        parameters.add(limit);
        return sql.all(
                SELECT + " where username_key in (" + keys + " order by username_key limit ?) order by username_key",
                JdbcUserRegister::registered,
                parameters.toArray());
    }

    private static Registered<User> registered(ResultSet row) throws SQLException {
        return new Registered<>(
                StoredUsers.user(row), row.getString("owner"), row.getLong("version"), Sql.instant(row, "updated_at"));
    }

    @Override
    public Map<String, Person> people(Collection<String> subjects) {
        List<String> wanted = subjects.stream().distinct().toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        String places = String.join(", ", Collections.nCopies(wanted.size(), "?"));
        return sql
                .all(
                        "select subject, username, enabled from app_user where subject in (" + places + ")",
                        row -> Map.entry(
                                row.getString("subject"),
                                new Person(row.getString("username"), row.getBoolean("enabled"))),
                        wanted.toArray())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Optional<String> subjectNamed(String username) {
        return sql.first(
                "select subject from app_user where username_key = ?",
                row -> row.getString("subject"),
                StoredUsers.key(username));
    }

    @Override
    public String key(User user) {
        return StoredUsers.key(user.username());
    }

    @Override
    public boolean add(User user, String owner) {
        Instant now = now();
        boolean added = sql.insertOnce(
                "insert into app_user (" + String.join(", ", WRITTEN)
                        + ", subject, owner, created_at, updated_at, version)" + " values ("
                        + "?, ".repeat(WRITTEN.size()) + "?, ?, ?, ?, 1) on conflict do nothing",
                written(user, user.subject(), owner, now, now));
        copies.changed("user", user.subject());
        return added;
    }

    @Override
    public boolean replace(User user, Registered<User> seen) {
        boolean replaced = sql.update(
                        SET + " updated_at = ?, version = version + 1 where subject = ? and version = ?",
                        written(user, now(), user.subject(), seen.version()))
                == 1;
        forget(user);
        return replaced;
    }

    @Override
    public boolean replacePassword(User seen, String passwordHash) {
        boolean replaced = sql.update(
                        "update app_user set password_hash = ?, updated_at = ?, version = version + 1"
                                + " where subject = ? and enabled and coalesce(password_hash, '') = ?",
                        passwordHash,
                        now(),
                        seen.subject(),
                        seen.passwordHash())
                == 1;
        copies.changed("user", seen.subject());
        return replaced;
    }

    @Override
    public void putAll(List<User> users, String owner) {
        Instant now = now();
        List<User> absent = new ArrayList<>();
        int[] counts = sql.updateEach(
                SET + " owner = ?, updated_at = ?, version = version + 1 where subject = ?",
                users.stream()
                        .map(user -> written(user, owner, now, user.subject()))
                        .toList());
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                absent.add(users.get(i));
            }
        }
        absent.forEach(user -> add(user, owner));
        users.forEach(this::forget);
    }

    private void forget(User user) {
        copies.changed("user", user.subject());
        if (!user.enabled()) {
            copies.changed(JdbcGrants.UNREVOKED, user.subject());
        }
    }

    @Override
    public List<String> enabledOwnedBy(String owner) {
        return sql.allUnhurried(
                "select subject from app_user where owner = ? and enabled order by subject",
                row -> row.getString("subject"),
                owner);
    }

    @Override
    public boolean isTaken(String username, String subject) {
        return sql.first(
                        "select 1 from app_user where username_key = ? and subject <> ?",
                        row -> true,
                        StoredUsers.key(username),
                        subject)
                .isPresent();
    }

    /** The values of the columns that say what a user is, and after them what a statement has besides. */
    private @Nullable Object[] written(User user, Object... more) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(user.username());
        values.add(key(user));
        values.add(UserRow.searchKey(user, key(user)));
        values.add(Sql.orNull(user.passwordHash()));
        values.add(Json.write(user.claims()));
        values.add(Json.write(user.roles()));
        values.add(user.enabled());
        values.addAll(List.of(more));
        return values.toArray();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
