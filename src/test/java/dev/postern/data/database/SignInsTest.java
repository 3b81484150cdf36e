package dev.postern.data.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.postern.data.LocalSignals;
import dev.postern.data.Sql;
import dev.postern.data.TestDatabase;
import dev.postern.data.database.AuditSearch.Position;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions and sign-ins as the audit trail tells them. */
class SignInsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofHours(12));

    private final String subject = "usr_" + UUID.randomUUID();
    private final String session = UUID.randomUUID().toString();
    private final String other = UUID.randomUUID().toString();

    private AuditRow row(String type, String sessionId, int minute) {
        Instant at = NOW.plus(Duration.ofMinutes(minute));
        String id = UUID.randomUUID().toString();
        return new AuditRow(
                id, at, type, "success", "password", subject, "client", "grant-1", sessionId, "", "", "", "", "{}");
    }

    private static SignIns with(Sql sql, AuditRow... rows) {
        TestStores.auditTrail(sql, Clock.systemUTC()).append(List.of(rows));
        return new JdbcSignIns(sql);
    }

    private List<String> living(SignIns signIns) {
        return signIns.ofLivingSessions(subject, LONG_AGO, Optional.empty(), 10).stream()
                .map(AuditRow::sessionId)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_session_is_listed_once_by_its_last_sign_in(TestDatabase database) {
        SignIns signIns = with(
                database.sql(),
                row("login_succeeded", session, 0),
                row("login_succeeded", other, 1),
                row("login_succeeded", session, 2),
                row("token_issued", session, 3));

        assertThat(living(signIns)).containsExactly(session, other);
    }

    @ParameterizedTest
    @EnumSource
    void one_that_has_ended_is_not(TestDatabase database) {
        SignIns signIns = with(
                database.sql(),
                row("login_succeeded", session, 0),
                row("login_succeeded", other, 1),
                row("session_ended", session, 2));

        assertThat(living(signIns)).containsExactly(other);
    }

    @ParameterizedTest
    @EnumSource
    void one_that_an_administrator_has_ended_is_not_and_a_later_sign_in_is(TestDatabase database) {
        SignIns signIns = with(database.sql(), row("login_succeeded", session, 0), row("login_succeeded", other, 1));
        ended(database, NOW.plusSeconds(10)).end(session, Duration.ofHours(12));
        assertThat(living(signIns)).containsExactly(other);

        ended(database, NOW.plusSeconds(90)).endAllOf(subject, Duration.ofHours(12));
        assertThat(living(signIns)).isEmpty();

        with(database.sql(), row("login_succeeded", session, 5));
        assertThat(living(signIns)).containsExactly(session);
    }

    private static EndedSessions ended(TestDatabase database, Instant now) {
        return new JdbcEndedSessions(
                database.sql(),
                Clock.fixed(now, ZoneOffset.UTC),
                TestStores.copies(new LocalSignals(), Ticker.systemTicker()));
    }

    @ParameterizedTest
    @EnumSource
    void pages_of_all_users_go_on_where_the_one_before_ended(TestDatabase database) {
        AuditRow newer = row("login_succeeded", session, 600_001);
        AuditRow older = row("login_succeeded", other, 600_000);
        SignIns signIns = with(database.sql(), newer, older);
        Instant from = older.occurredAt();

        assertThat(signIns.ofLivingSessions("", from, Optional.empty(), 1)).containsExactly(newer);
        assertThat(signIns.ofLivingSessions("", from, Optional.of(Position.of(newer)), 1))
                .containsExactly(older);
        assertThat(signIns.ofLivingSessions("", from, Optional.of(Position.of(older)), 1))
                .isEmpty();
        database.sql().update("delete from audit_event where subject = ?", subject);
    }

    @ParameterizedTest
    @EnumSource
    void the_history_has_what_failed_too(TestDatabase database) {
        SignIns signIns = with(
                database.sql(),
                row("login_succeeded", session, 0),
                row("login_failed", "", 1),
                row("session_ended", session, 2));

        assertThat(signIns.history(subject, Optional.empty(), 10))
                .extracting(AuditRow::type)
                .containsExactly("login_failed", "login_succeeded");
    }

    @ParameterizedTest
    @EnumSource
    void what_happened_under_a_grant_is_found_by_whose_it_is(TestDatabase database) {
        SignIns signIns = with(database.sql(), row("token_issued", session, 0), row("token_refreshed", session, 1));

        assertThat(signIns.underGrant(subject, "grant-1", NOW, 10))
                .extracting(AuditRow::type)
                .containsExactly("token_refreshed", "token_issued");
        assertThat(signIns.underGrant("usr_other", "grant-1", NOW, 10)).isEmpty();
    }
}
