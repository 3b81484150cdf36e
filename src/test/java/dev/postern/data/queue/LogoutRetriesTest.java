package dev.postern.data.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.data.AtOnce;
import dev.postern.data.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogoutRetriesTest {

    private static final int MANY = 10_000;
    private static final Instant DUE = Instant.parse("2026-11-20T10:00:00Z");
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private final LogoutNotice notice = new LogoutNotice(
            UUID.randomUUID().toString(), "shop", "usr_1", "session", DUE.minusSeconds(60), "trace", 1);

    /** The database is shared: only this test's own notice counts. */
    private List<LogoutNotice> claimed(LogoutRetries node, Instant now) {
        return node.claim(now, MANY).stream()
                .filter(found -> found.id().equals(notice.id()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void of_many_nodes_that_look_at_once_one_gets_a_notice(TestDatabase database) throws Exception {
        new LogoutRetries(database.sql()).keep(notice, DUE);
        List<List<LogoutNotice>> found = AtOnce.run(10, () -> claimed(new LogoutRetries(database.sql()), DUE));
        assertThat(found.stream().flatMap(List::stream)).containsExactly(notice);
    }

    @ParameterizedTest
    @EnumSource
    void before_its_time_nobody_gets_it(TestDatabase database) {
        LogoutRetries node = new LogoutRetries(database.sql());
        node.keep(notice, DUE);
        assertThat(claimed(node, DUE.minusMillis(1))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_a_node_took_along_when_it_died_another_one_gets_later(TestDatabase database) {
        LogoutRetries dead = new LogoutRetries(database.sql());
        LogoutRetries alive = new LogoutRetries(database.sql());
        dead.keep(notice, DUE);
        assertThat(claimed(dead, DUE)).hasSize(1);
        assertThat(claimed(alive, DUE.plus(CLAIM).minusMillis(1))).isEmpty();
        assertThat(claimed(alive, DUE.plus(CLAIM))).containsExactly(notice);
    }

    @ParameterizedTest
    @EnumSource
    void what_was_delivered_is_forgotten_and_what_was_tried_again_waits_anew(TestDatabase database) {
        LogoutRetries node = new LogoutRetries(database.sql());
        node.keep(notice, DUE);
        node.keep(notice.triedAgain(), DUE.plusSeconds(30));
        assertThat(claimed(node, DUE)).isEmpty();
        assertThat(claimed(node, DUE.plusSeconds(30))).containsExactly(notice.triedAgain());
        node.forget(notice.id());
        assertThat(claimed(node, DUE.plus(CLAIM).plusSeconds(60))).isEmpty();
    }
}
