package dev.postern.data.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.postern.data.AtOnce;
import dev.postern.data.LocalSignals;
import dev.postern.data.NodeSignals;
import dev.postern.data.SharedInserts;
import dev.postern.data.TestDatabase;
import dev.postern.protocol.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrantsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static Grant grant(String id, String sessionId, boolean offline) {
        return new Grant(
                id,
                "client",
                "usr_1",
                sessionId,
                Scope.of("openid", "notes.read"),
                List.of("https://api.example/one", "https://api.example/two"),
                offline,
                NOW,
                NOW.plusSeconds(3600));
    }

    @ParameterizedTest
    @EnumSource
    void a_grant_is_found_by_its_id_and_by_its_code(TestDatabase database) {
        Grants grants = TestStores.grants(database.sql());
        Grant grant = grant(id(), "session", true);
        assertThat(grants.createOnce(grant, "code-" + grant.id())).isTrue();
        assertThat(grants.find(grant.id())).contains(grant);
        assertThat(grants.ofCode("code-" + grant.id())).contains(grant);
        assertThat(grants.find("other")).isEmpty();
        assertThat(grants.ofCode("other")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void of_fifty_redemptions_of_one_code_at_once_exactly_one_succeeds(TestDatabase database) throws Exception {
        Grants grants = TestStores.grants(database.sql());
        String code = id();
        List<Boolean> created = AtOnce.run(50, () -> grants.createOnce(grant(id(), "", false), code));
        assertThat(Collections.frequency(created, true)).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void so_it_is_inside_transactions_that_go_on_for_a_while_and_the_losers_see_what_the_winner_made(
            TestDatabase database) throws Exception {
        Grants grants = TestStores.grants(database.sql());
        String code = id();
        List<String> outcomes = AtOnce.run(
                50,
                () -> database.inTransaction(() -> {
                    boolean created = grants.createOnce(grant(id(), "", false), code);
                    pause();
                    return (created ? "won " : "lost ")
                            + grants.ofCode(code).orElseThrow().id();
                }));
        assertThat(outcomes).filteredOn(outcome -> outcome.startsWith("won")).hasSize(1);
        assertThat(outcomes.stream().map(outcome -> outcome.split(" ")[1]).distinct())
                .hasSize(1);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_code_can_be_redeemed_after_the_first_attempt_was_rolled_back(TestDatabase database) {
        Grants grants = TestStores.grants(database.sql());
        String code = id();
        try {
            database.inTransaction(() -> {
                assertThat(grants.createOnce(grant(id(), "", false), code)).isTrue();
                throw new IllegalStateException("the signing key is away");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessageContaining("signing key");
        }
        assertThat(grants.createOnce(grant(id(), "", false), code)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_transaction_goes_on_after_a_spent_code_and_can_revoke(TestDatabase database) {
        Grants grants = TestStores.grants(database.sql());
        String code = id();
        Grant first = grant(id(), "", false);
        grants.createOnce(first, code);
        boolean revoked = database.inTransaction(
                () -> !grants.createOnce(grant(id(), "", false), code) && grants.revoke(first.id(), "replay", NOW));
        assertThat(revoked).isTrue();
        assertThat(grants.isRevoked(first.id(), "any")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_grant_is_revoked_once(TestDatabase database) throws Exception {
        Grants grants = TestStores.grants(database.sql());
        Grant grant = grant(id(), "", false);
        grants.createOnce(grant, id());
        assertThat(grants.isRevoked(grant.id(), "jti")).isFalse();
        List<Boolean> revoked = AtOnce.run(20, () -> grants.revoke(grant.id(), "asked for", NOW));
        assertThat(Collections.frequency(revoked, true)).isOne();
        assertThat(grants.isRevoked(grant.id(), "jti")).isTrue();
        assertThat(grants.revoke("unknown", "asked for", NOW)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_single_token_is_refused_by_its_id(TestDatabase database) {
        Grants grants = TestStores.grants(database.sql());
        String token = id();
        grants.revokeToken(token, NOW.plusSeconds(300));
        grants.revokeToken(token, NOW.plusSeconds(300));
        assertThat(grants.isRevoked("grant", token)).isTrue();
        assertThat(grants.isRevoked("grant", id())).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_grant_that_another_node_revokes_is_refused_here_at_once(TestDatabase database) {
        LocalSignals both = new LocalSignals();
        Grants here = new JdbcGrants(
                database.sql(),
                new SharedInserts(database.sql(), Duration.ZERO),
                TestStores.copies(both, Ticker.systemTicker()));
        Grants there = new JdbcGrants(
                database.sql(),
                new SharedInserts(database.sql(), Duration.ZERO),
                TestStores.copies(both, Ticker.systemTicker()));
        Grant grant = grant(id(), id(), false);
        here.createOnce(grant, id());
        assertThat(there.isRevoked(grant.id(), "jti")).isFalse();
        here.revokeOfSession(grant.sessionId(), "logout", NOW);
        assertThat(there.isRevoked(grant.id(), "jti")).isTrue();
        assertThat(here.isRevoked(grant.id(), "jti")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void tokens_of_a_user_are_refused_while_they_are_disabled(TestDatabase database) {
        LocalSignals both = new LocalSignals();
        ReadCopy copies = TestStores.copies(both, Ticker.systemTicker());
        Grants here = new JdbcGrants(database.sql(), new SharedInserts(database.sql(), Duration.ZERO), copies);
        UserRegister register = new JdbcUserRegister(database.sql(), copies, Clock.systemUTC());
        String subject = User.SUBJECT_PREFIX + id();
        User user = new User(subject, id(), "", Map.of(), Set.of(), true);
        register.add(user, "console");
        assertThat(here.isRevoked("grant", "jti", subject)).isFalse();

        register.replace(user.disabled(), register.find(subject).orElseThrow());
        assertThat(here.isRevoked("grant", "jti", subject)).isTrue();
        assertThat(here.isRevoked("grant", "jti", User.SUBJECT_PREFIX + id())).isFalse();
        assertThat(here.isRevoked("grant", "jti")).isFalse();

        register.replace(user, register.find(subject).orElseThrow());
        assertThat(here.isRevoked("grant", "jti", subject)).isFalse();
        register.putAll(List.of(user.disabled()), "file:a.yaml");
        assertThat(here.isRevoked("grant", "jti", subject)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void while_signals_may_be_lost_the_database_is_asked_each_time(TestDatabase database) {
        NodeSignals deaf = new LocalSignals() {
            @Override
            public void send(String topic, String key) {}

            @Override
            public boolean heard() {
                return false;
            }
        };
        Grants here = new JdbcGrants(
                database.sql(),
                new SharedInserts(database.sql(), Duration.ZERO),
                TestStores.copies(deaf, Ticker.systemTicker()));
        Grants there = new JdbcGrants(
                database.sql(),
                new SharedInserts(database.sql(), Duration.ZERO),
                TestStores.copies(deaf, Ticker.systemTicker()));
        Grant grant = grant(id(), "", false);
        here.createOnce(grant, id());
        assertThat(there.isRevoked(grant.id(), "jti")).isFalse();
        here.revoke(grant.id(), "asked for", NOW);
        assertThat(there.isRevoked(grant.id(), "jti")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void the_end_of_a_session_revokes_its_grants_except_offline_ones(TestDatabase database) {
        Grants grants = TestStores.grants(database.sql());
        String session = id();
        Grant one = grant(id(), session, false);
        Grant two = grant(id(), session, false);
        Grant gone = grant(id(), session, false);
        Grant offline = grant(id(), session, true);
        Grant other = grant(id(), id(), false);
        List.of(one, two, gone, offline, other).forEach(grant -> grants.createOnce(grant, id()));
        grants.revoke(gone.id(), "earlier", NOW);

        assertThat(grants.revokeOfSession(session, "logout", NOW)).containsExactlyInAnyOrder(one.id(), two.id());
        assertThat(grants.revokeOfSession(session, "logout", NOW)).isEmpty();
        assertThat(grants.isRevoked(one.id(), "jti")).isTrue();
        assertThat(grants.isRevoked(offline.id(), "jti")).isFalse();
        assertThat(grants.isRevoked(other.id(), "jti")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void all_grants_of_one_person_to_one_client_are_revoked_offline_ones_too(TestDatabase database) {
        Grants grants = TestStores.grants(database.sql());
        String person = id();
        Grant online = grant(id(), "client", person, false);
        Grant offline = grant(id(), "client", person, true);
        Grant gone = grant(id(), "client", person, false);
        Grant otherClient = grant(id(), "another client", person, true);
        Grant otherPerson = grant(id(), "client", id(), true);
        List.of(online, offline, gone, otherClient, otherPerson).forEach(grant -> grants.createOnce(grant, id()));
        grants.revoke(gone.id(), "earlier", NOW);

        assertThat(grants.revokeOfClient(person, "client", "withdrawn", NOW))
                .containsExactlyInAnyOrder(online.id(), offline.id());
        assertThat(grants.revokeOfClient(person, "client", "withdrawn", NOW)).isEmpty();
        assertThat(grants.isRevoked(online.id(), "jti")).isTrue();
        assertThat(grants.isRevoked(offline.id(), "jti")).isTrue();
        assertThat(grants.isRevoked(otherClient.id(), "jti")).isFalse();
        assertThat(grants.isRevoked(otherPerson.id(), "jti")).isFalse();
    }

    private static Grant grant(String id, String clientId, String subject, boolean offline) {
        Scope scope = Scope.of("openid");
        return new Grant(id, clientId, subject, "", scope, List.of(), offline, NOW, NOW.plusSeconds(3600));
    }

    @ParameterizedTest
    @EnumSource
    void expired_rows_are_purged_in_batches(TestDatabase database) {
        Grants grants = TestStores.grants(database.sql());
        Instant longAgo = Instant.parse("2001-01-01T00:00:00Z");
        for (int i = 0; i < 5; i++) {
            Grant old = new Grant(id(), "c", "s", "", Scope.NONE, List.of(), false, longAgo, longAgo.plusSeconds(i));
            grants.createOnce(old, id());
            grants.revoke(old.id(), "old", longAgo);
        }
        Grant live = grant(id(), "", false);
        grants.createOnce(live, id());
        Instant then = longAgo.plusSeconds(60);
        assertThat(grants.purge(then, 3)).isEqualTo(6);
        assertThat(grants.purge(then, 3)).isEqualTo(4);
        assertThat(grants.purge(then, 3)).isZero();
        assertThat(grants.find(live.id())).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void a_new_password_takes_everything_back_but_what_this_session_gave(TestDatabase database) {
        Grants grants = TestStores.grants(database.sql());
        String subject = id();
        String here = id();
        Grant kept = of(subject, grant(id(), here, false));
        Grant elsewhere = of(subject, grant(id(), id(), false));
        Grant offline = of(subject, grant(id(), id(), true));
        Grant withoutSession = of(subject, grant(id(), "", true));
        for (Grant grant : List.of(kept, elsewhere, offline, withoutSession)) {
            grants.createOnce(grant, id());
        }

        assertThat(grants.revokeOfOtherSessions(subject, here, "password changed", NOW))
                .containsExactlyInAnyOrder(elsewhere.id(), offline.id(), withoutSession.id());
        assertThat(grants.isRevoked(kept.id(), "t")).isFalse();
        assertThat(grants.isRevoked(offline.id(), "t")).isTrue();
        assertThat(grants.revokeOfOtherSessions(subject, "", "reset", NOW)).containsExactly(kept.id());
    }

    private static Grant of(String subject, Grant grant) {
        return new Grant(
                grant.id(),
                grant.clientId(),
                subject,
                grant.sessionId(),
                grant.scope(),
                grant.resource(),
                grant.offline(),
                grant.createdAt(),
                grant.expiresAt());
    }
}
