package dev.postern.data.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.postern.data.AtOnce;
import dev.postern.data.LocalSignals;
import dev.postern.data.NodeSignals;
import dev.postern.data.Sql;
import dev.postern.data.TestDatabase;
import dev.postern.platform.RandomValues;
import dev.postern.protocol.Scope;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Consents, keys, audit trail, accounts, links and initial access tokens. */
class SmallStoresTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static RandomValues random() {
        return new RandomValues(new SecureRandom());
    }

    @ParameterizedTest
    @EnumSource
    void consent_is_added_to_and_withdrawn(TestDatabase database) {
        Consents consents = consents(database, new LocalSignals());
        String subject = id();
        assertThat(consents.find(subject, "client")).isEmpty();
        consents.remember(subject, "client", Permissions.of(Scope.of("openid", "email")), NOW);
        consents.remember(subject, "client", Permissions.of(Scope.of("email", "notes.read")), NOW);
        assertThat(consents.find(subject, "client"))
                .contains(Permissions.of(Scope.of("openid", "email", "notes.read")));
        assertThat(consents.withdraw(subject, "client")).isTrue();
        assertThat(consents.withdraw(subject, "client")).isFalse();
        assertThat(consents.find(subject, "client")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_consents_of_a_person_are_listed_with_the_day_they_began(TestDatabase database) {
        Consents consents = consents(database, new LocalSignals());
        String subject = id();
        consents.remember(subject, "later", Permissions.of(Scope.of("openid")), NOW.plusSeconds(60));
        consents.remember(subject, "earlier", Permissions.of(Scope.of("openid")), NOW);
        consents.remember(subject, "earlier", Permissions.of(Scope.of("email")), NOW.plusSeconds(120));
        consents.remember(id(), "earlier", Permissions.of(Scope.of("phone")), NOW);
        assertThat(consents.of(subject))
                .containsExactly(
                        new Consent("earlier", Permissions.of(Scope.of("openid", "email")), NOW),
                        new Consent("later", Permissions.of(Scope.of("openid")), NOW.plusSeconds(60)));
        assertThat(consents.of(id())).isEmpty();
    }

    private static Consents consents(TestDatabase database, NodeSignals signals) {
        return new JdbcConsents(database.sql(), TestStores.copies(signals, Ticker.systemTicker()));
    }

    @ParameterizedTest
    @EnumSource
    void what_one_node_changes_another_sees_at_once(TestDatabase database) {
        NodeSignals signals = new LocalSignals();
        Consents here = consents(database, signals);
        Consents there = consents(database, signals);
        String subject = id();
        here.remember(subject, "client", Permissions.of(Scope.of("openid")), NOW);
        assertThat(there.find(subject, "client")).contains(Permissions.of(Scope.of("openid")));
        here.remember(subject, "client", Permissions.of(Scope.of("email")), NOW);
        assertThat(there.find(subject, "client")).contains(Permissions.of(Scope.of("openid", "email")));
        here.withdraw(subject, "client");
        assertThat(there.find(subject, "client")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_consent_that_is_known_is_not_read_again(TestDatabase database) {
        Consents consents = consents(database, new LocalSignals());
        String subject = id();
        consents.remember(subject, "client", Permissions.of(Scope.of("openid")), NOW);
        assertThat(consents.find(subject, "client")).isPresent();
        database.sql().update("delete from consent where subject = ?", subject); // by nobody who gives signals
        assertThat(consents.find(subject, "client")).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void consents_given_at_once_all_count(TestDatabase database) throws Exception {
        Consents consents = consents(database, new LocalSignals());
        String subject = id();
        var number = new java.util.concurrent.atomic.AtomicInteger();
        AtOnce.run(5, () -> {
            consents.remember(subject, "client", Permissions.of(Scope.of("scope" + number.incrementAndGet())), NOW);
            return true;
        });
        assertThat(consents.find(subject, "client").orElseThrow().scope().values())
                .hasSize(5);
    }

    @ParameterizedTest
    @EnumSource
    void a_signing_key_moves_through_its_states_once(TestDatabase database) throws Exception {
        SigningKeyRows keys = new JdbcSigningKeyRows(database.sql());
        SigningKeyRow row = new SigningKeyRow(
                id(), "ES256", SigningKeyRow.State.NEXT, "{}", "sealed", NOW, Optional.empty(), Optional.empty());
        assertThat(keys.add(row)).isTrue();
        assertThat(keys.add(row)).isFalse();
        List<Boolean> moved =
                AtOnce.run(10, () -> keys.move(row.kid(), SigningKeyRow.State.NEXT, SigningKeyRow.State.ACTIVE, NOW));
        assertThat(Collections.frequency(moved, true)).isOne();
        assertThat(keys.move(row.kid(), SigningKeyRow.State.ACTIVE, SigningKeyRow.State.RETIRED, NOW))
                .isTrue();
        SigningKeyRow retired = keys.all().stream()
                .filter(key -> key.kid().equals(row.kid()))
                .findFirst()
                .orElseThrow();
        assertThat(retired.state()).isEqualTo(SigningKeyRow.State.RETIRED);
        assertThat(retired.activatedAt()).contains(NOW);
        assertThat(retired.retiredAt()).contains(NOW);
        keys.delete(row.kid());
        assertThat(keys.all()).extracting(SigningKeyRow::kid).doesNotContain(row.kid());
    }

    private static AuditRow audit(String id, String traceId) {
        return new AuditRow(
                id,
                NOW,
                "login_succeeded",
                "success",
                "password",
                "usr_1",
                "client",
                "",
                "",
                "192.0.2.1",
                "agent",
                "r",
                traceId,
                "{\"method\":\"password\"}");
    }

    @ParameterizedTest
    @EnumSource
    void the_audit_trail_takes_a_batch_twice_and_keeps_each_row_once(TestDatabase database) {
        AuditTrail trail = new JdbcAuditTrail(database.sql(), CLOCK);
        String trace = id().replace("-", "");
        List<AuditRow> rows = new ArrayList<>();
        for (int i = 0; i < 1203; i++) {
            rows.add(audit(id(), trace));
        }
        assertThat(trail.append(rows.subList(0, 700))).isEqualTo(700);
        assertThat(trail.append(rows)).isEqualTo(503);
        assertThat(trail.append(List.of())).isZero();
        assertThat(trail.newest(trace, "login_succeeded", 5000)).containsExactlyInAnyOrderElementsOf(rows);
        assertThat(trail.newest(trace, "login_failed", 10)).isEmpty();
        assertThat(trail.newest("", "", 7)).hasSize(7);
        assertThat(trail.signInsRecorded(NOW, NOW.plusSeconds(1), 10)).hasSize(10);
        assertThat(trail.signInsRecorded(NOW.minusSeconds(1), NOW, 10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_account_is_made_once_and_counts_its_sign_ins(TestDatabase database) throws Exception {
        Accounts accounts = new JdbcAccounts(database.sql(), random());
        String subject = id();
        AtOnce.run(20, () -> accounts.upsert("https://id.example", subject, "Ana", "ana@example.org", NOW));
        Account account = accounts.upsert("https://id.example", subject, "Ana B.", "", NOW.plusSeconds(5));
        assertThat(account.signIns()).isEqualTo(21);
        assertThat(account.displayName()).isEqualTo("Ana B.");
        assertThat(account.email()).isEmpty();
        assertThat(account.createdAt()).isEqualTo(NOW);
        assertThat(account.lastSignInAt()).isEqualTo(NOW.plusSeconds(5));
    }

    @ParameterizedTest
    @EnumSource
    void a_one_time_link_works_once_for_its_purpose_until_it_expires(TestDatabase database) throws Exception {
        Sql sql = database.sql();
        OneTimeLinks links = new JdbcOneTimeLinks(sql, CLOCK);
        OneTimeLinks later = new JdbcOneTimeLinks(sql, Clock.offset(CLOCK, Duration.ofHours(2)));
        String link = id();
        links.add(link, "first-admin", Duration.ofHours(1));
        assertThat(links.isValid(link, "first-admin")).isTrue();
        assertThat(links.isValid(link, "other")).isFalse();
        assertThat(later.isValid(link, "first-admin")).isFalse();
        assertThat(later.spend(link, "first-admin")).isFalse();
        List<Boolean> spent = AtOnce.run(20, () -> links.spend(link, "first-admin"));
        assertThat(Collections.frequency(spent, true)).isOne();
        assertThat(links.isValid(link, "first-admin")).isFalse();
        assertThat(later.purge(NOW.plusSeconds(7200), 10)).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void of_the_links_of_a_person_only_the_last_is_good(TestDatabase database) {
        OneTimeLinks links = new JdbcOneTimeLinks(database.sql(), CLOCK);
        String subject = id();
        String first = id();
        String second = id();
        String others = id();
        links.addFor(id(), others, "reset", Duration.ofDays(1));
        links.addFor(subject, first, "reset", Duration.ofDays(1));
        assertThat(links.subjectOf(first, "reset")).contains(subject);
        links.addFor(subject, second, "reset", Duration.ofDays(1));
        assertThat(links.subjectOf(first, "reset")).isEmpty();
        assertThat(links.subjectOf(second, "other")).isEmpty();
        links.withdraw(subject, "reset");
        assertThat(links.spend(second, "reset")).isFalse();
        assertThat(links.subjectOf(others, "reset")).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void an_initial_access_token_is_stored_by_its_hash(TestDatabase database) {
        InitialAccessTokens tokens = new JdbcInitialAccessTokens(database.sql());
        String owner = "file:" + id();
        InitialAccessToken token = new InitialAccessToken(id(), "partners", Optional.of(NOW), "{\"scope\":\"a\"}");
        tokens.save(token, owner);
        tokens.save(token, owner);
        assertThat(tokens.find(token.tokenHash())).contains(token);
        assertThat(tokens.ownedBy(owner)).containsExactly(token.tokenHash());
        InitialAccessToken forever = new InitialAccessToken(token.tokenHash(), "all", Optional.empty(), "{}");
        tokens.save(forever, owner);
        assertThat(tokens.find(token.tokenHash())).contains(forever);
        assertThat(tokens.delete(token.tokenHash())).isTrue();
        assertThat(tokens.find(token.tokenHash())).isEmpty();
    }
}
