package dev.postern.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pairs that go to PostgreSQL together; {@code GrantsTest} has what both databases promise. */
class SharedInsertsTest {

    private final Sql sql = TestDatabase.POSTGRESQL.sql();
    private final SharedInserts inserts = new SharedInserts(sql, Duration.ofMillis(20));

    @BeforeEach
    void tables() {
        sql.update("create table if not exists shared_first (id varchar(40) primary key)");
        sql.update(
                "create table if not exists shared_second (id varchar(40) primary key, size int not null check (size < 3))");
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private boolean insert(String id, int size) {
        return inserts.insertBothOnce(
                id, Insert.of("shared_first (id)", id), Insert.of("shared_second (id, size)", id, size));
    }

    private int rows(String table, String id) {
        return sql.first("select count(*) from " + table + " where id = ?", row -> row.getInt(1), id)
                .orElseThrow();
    }

    @Test
    void each_of_many_gets_both_rows() throws Exception {
        List<String> ids = Stream.generate(SharedInsertsTest::id).limit(30).toList();
        AtomicInteger next = new AtomicInteger();
        assertThat(AtOnce.run(30, () -> insert(ids.get(next.getAndIncrement()), 1)))
                .doesNotContain(false);
        assertThat(ids).allMatch(id -> rows("shared_first", id) == 1 && rows("shared_second", id) == 1);
    }

    @Test
    void of_many_that_want_the_same_key_one_gets_it() throws Exception {
        String id = id();
        assertThat(AtOnce.run(30, () -> insert(id, 1))).filteredOn(won -> won).hasSize(1);
    }

    @Test
    void a_pair_that_is_refused_is_refused_alone_and_wholly() throws Exception {
        List<String> ids = Stream.generate(SharedInsertsTest::id).limit(5).toList();
        AtomicInteger next = new AtomicInteger();
        Callable<Boolean> work = () -> {
            int own = next.getAndIncrement();
            if (own == 4) {
                assertThatThrownBy(() -> insert(ids.get(own), 9)).isInstanceOf(IllegalStateException.class);
                return true;
            }
            return insert(ids.get(own), 1);
        };
        assertThat(AtOnce.run(5, work)).doesNotContain(false);
        assertThat(ids.subList(0, 4)).allMatch(id -> rows("shared_second", id) == 1);
        assertThat(rows("shared_first", ids.get(4))).isZero();
    }

    /** What makes it safe to make the calls of a failed group again: nothing of it is there. */
    @Test
    void a_batch_is_written_wholly_or_not_at_all() {
        String good = id();
        assertThatThrownBy(() -> sql.updateEach(
                        "insert into shared_second values (?, ?)",
                        List.of(new Object[] {good, 1}, new Object[] {id(), 9})))
                .isInstanceOf(IllegalStateException.class);
        assertThat(rows("shared_second", good)).isZero();
    }

    @Test
    void a_database_that_is_away_is_away_for_all_that_wait() {
        DataSource away = (DataSource) Proxy.newProxyInstance(
                SharedInsertsTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    throw new SQLException("connection refused", "08001");
                });
        SharedInserts nowhere = new SharedInserts(new Sql(away), Duration.ZERO);
        String id = id();
        assertThatThrownBy(() -> AtOnce.run(
                        10,
                        () -> nowhere.insertBothOnce(
                                id, Insert.of("shared_first (id)", id), Insert.of("shared_second (id, size)", id, 1))))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(StoreUnavailable.class);
    }
}
