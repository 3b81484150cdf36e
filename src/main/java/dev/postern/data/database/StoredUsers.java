package dev.postern.data.database;

import dev.postern.data.Sql;
import dev.postern.platform.Json;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Users: read by plain statements, for every token and userinfo answer reads one, and edited through JPA. */
@Service
class StoredUsers implements Users {

    private static final String SELECT =
            "select subject, username, password_hash, claims, roles, enabled, updated_at from app_user";

    private final Sql sql;
    private final Records records;
    private final Clock clock;
    private final ReadCopy all;
    private final ReadCopy.Copies<Optional<User>> copies;

    @Inject
    StoredUsers(Sql sql, Records records, Clock clock, ReadCopy all) {
        this.sql = sql;
        this.records = records;
        this.clock = clock;
        this.all = all;
        this.copies = all.of("user", this::read);
    }

    /** The form in which user names are compared: compatibility forms and case folded. */
    static String key(String username) {
        return Normalizer.normalize(username.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<User> bySubject(String subject) {
        return copies.get(subject);
    }

    private Optional<User> read(String subject) {
        return sql.first(SELECT + " where subject = ?", StoredUsers::user, subject);
    }

    @Override
    public Optional<User> byUsername(String username) {
        return sql.first(SELECT + " where username_key = ?", StoredUsers::user, key(username));
    }

    @SuppressWarnings("unchecked")
    static User user(ResultSet row) throws SQLException {
        return new User(
                row.getString("subject"),
                row.getString("username"),
                Sql.text(row, "password_hash"),
                Json.readObject(row.getString("claims")),
                Json.read(row.getString("roles"), Set.class),
                row.getBoolean("enabled"),
                Sql.instant(row, "updated_at"));
    }

    @Override
    public void save(User user, String owner) {
        String key = key(user.username());
        if (subjectNamed(key).filter(other -> !other.equals(user.subject())).isPresent()) {
            throw new IllegalStateException("the user name belongs to someone else");
        }
        records.write(entities -> {
            UserRow row = entities.find(UserRow.class, user.subject());
            if (row == null) {
                entities.persist(new UserRow(user, key, owner, clock.instant()));
            } else {
                row.write(user, key, owner, clock.instant());
            }
        });
        copies.changed(user.subject());
        if (!user.enabled()) {
            all.changed(JdbcGrants.UNREVOKED, user.subject());
        }
    }

    private Optional<String> subjectNamed(String key) {
        return sql.first("select subject from app_user where username_key = ?", row -> row.getString("subject"), key);
    }

    @Override
    public void changePassword(String subject, String passwordHash) {
        records.write(entities -> {
            Optional<UserRow> row = Optional.ofNullable(entities.find(UserRow.class, subject));
            row.ifPresent(found -> found.changePassword(passwordHash, clock.instant()));
        });
        copies.changed(subject);
    }

    @Override
    public Optional<String> ownerOf(String subject) {
        return sql.first("select owner from app_user where subject = ?", row -> row.getString("owner"), subject);
    }

    @Override
    public List<String> ownedBy(String owner) {
        return sql.all(
                "select subject from app_user where owner = ? order by subject",
                row -> row.getString("subject"),
                owner);
    }

    @Override
    public boolean anyWithRole(String role) {
        return sql.first(
                        "select 1 from app_user where enabled and roles like ? limit 1",
                        row -> true,
                        "%" + Json.write(role) + "%")
                .isPresent();
    }

    @Override
    public DeviceSeen rememberDevice(String subject, String deviceHash, Instant now) {
        boolean isNew = sql.insertOnce(
                "insert into known_device (subject, device_hash, first_seen) values (?, ?, ?) on conflict do nothing",
                subject,
                deviceHash,
                now);
        if (!isNew) {
            return DeviceSeen.KNOWN;
        }
        boolean another = sql.first(
                        "select 1 from known_device where subject = ? and device_hash <> ? limit 1",
                        row -> true,
                        subject,
                        deviceHash)
                .isPresent();
        return another ? DeviceSeen.NEW : DeviceSeen.FIRST_EVER;
    }
}
