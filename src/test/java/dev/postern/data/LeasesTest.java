package dev.postern.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.Metrics;
import dev.postern.platform.RandomValues;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeasesTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration OVER = Duration.ZERO;

    private final String name = UUID.randomUUID().toString();

    private static JdbcLeases node(TestDatabase database) {
        return new JdbcLeases(database.sql(), new RandomValues(new SecureRandom()), new Metrics());
    }

    @ParameterizedTest
    @EnumSource
    void one_node_holds_a_lease_and_renews_it(TestDatabase database) {
        Leases here = node(database);
        Leases there = node(database);
        assertThat(here.acquire(name, LONG)).isTrue();
        assertThat(there.acquire(name, LONG)).isFalse();
        assertThat(here.acquire(name, LONG)).isTrue();
        assertThat(there.acquire(name, LONG)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_lease_that_is_over_is_anybodys(TestDatabase database) {
        Leases here = node(database);
        Leases there = node(database);
        assertThat(here.acquire(name, OVER)).isTrue();
        assertThat(there.acquire(name, LONG)).isTrue();
        assertThat(here.acquire(name, LONG)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_renewal_counts_from_now(TestDatabase database) {
        Leases here = node(database);
        assertThat(here.acquire(name, LONG)).isTrue();
        assertThat(here.acquire(name, OVER)).isTrue();
        assertThat(node(database).acquire(name, LONG)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_lease_ends_by_the_clock_of_the_database(TestDatabase database) {
        Leases here = node(database);
        here.acquire(name, Duration.ofMinutes(90));
        assertThat(here.acquire(name, Duration.ofMillis(5_400_500))).isTrue();
        List<Double> seconds = database.sql()
                .all(
                        "select extract(epoch from expires_at) - extract(epoch from current_timestamp) from lease where name = ?",
                        row -> row.getDouble(1),
                        name);
        assertThat(seconds).singleElement().satisfies(left -> assertThat(left).isBetween(5_000.0, 5_400.5));
    }

    @ParameterizedTest
    @EnumSource
    void of_many_at_once_one_gets_a_new_lease_and_one_gets_a_lease_that_is_over(TestDatabase database)
            throws Exception {
        assertThat(Collections.frequency(AtOnce.run(20, () -> node(database).acquire(name, LONG)), true))
                .isOne();
        database.sql()
                .update("update lease set expires_at = ? where name = ?", Instant.parse("2026-01-01T00:00:00Z"), name);
        assertThat(Collections.frequency(AtOnce.run(20, () -> node(database).acquire(name, LONG)), true))
                .isOne();
    }

    @ParameterizedTest
    @EnumSource
    void a_node_that_stops_gives_back_what_it_holds_and_nothing_else(TestDatabase database) {
        JdbcLeases here = node(database);
        JdbcLeases there = node(database);
        String theirs = UUID.randomUUID().toString();
        here.acquire(name, LONG);
        there.acquire(theirs, LONG);
        here.release();
        assertThat(there.acquire(name, LONG)).isTrue();
        assertThat(here.acquire(theirs, LONG)).isFalse();
    }
}
