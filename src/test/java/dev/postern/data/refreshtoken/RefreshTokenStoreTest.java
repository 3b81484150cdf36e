package dev.postern.data.refreshtoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.data.AtOnce;
import dev.postern.data.Sql;
import dev.postern.data.TestDatabase;
import dev.postern.data.database.Grant;
import dev.postern.data.database.Grants;
import dev.postern.data.database.TestStores;
import dev.postern.data.refreshtoken.RefreshTokenStore.Presented;
import dev.postern.platform.MasterKeys;
import dev.postern.platform.RandomValues;
import dev.postern.protocol.GrantedClaims;
import dev.postern.protocol.Scope;
import dev.postern.protocol.TokenValue;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefreshTokenStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Duration IDLE = Duration.ofDays(30);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final String REQUEST = "openid https://api.example";

    private static final byte[] KEY_ONE = "k1".repeat(16).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private static final byte[] KEY_TWO = "k2".repeat(16).getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private static RefreshTokenStore store(Sql sql, Map<Integer, byte[]> keys) {
        return new JdbcRefreshTokenStore(
                sql,
                new Rotations(sql, Duration.ZERO),
                new TokenCodec(new MasterKeys(keys)),
                new RandomValues(new SecureRandom()));
    }

    private static RefreshTokenStore store(TestDatabase database) {
        return store(database.sql(), Map.of(1, KEY_ONE));
    }

    private static NewFamily family(String grantId, String sessionId, boolean offline) {
        return new NewFamily(
                grantId,
                "client",
                "usr_1",
                sessionId,
                Scope.of("openid", "offline_access"),
                List.of("https://api.example"),
                GrantedClaims.NONE,
                offline,
                NOW.minusSeconds(60),
                NOW,
                Duration.ofDays(365),
                IDLE);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    /** Stores a family as a redemption does: together with a grant. */
    private static TokenValue open(TestDatabase database, RefreshTokenStore store, NewFamily family) {
        RefreshTokenStore.Beginning beginning = store.begin(family);
        Grant grant = new Grant(
                id(),
                family.clientId(),
                family.subject(),
                "",
                family.scope(),
                List.of(),
                true,
                NOW,
                NOW.plusSeconds(60));
        assertThat(TestStores.grants(database.sql()).createOnce(grant, id(), beginning.row()))
                .isTrue();
        return beginning.token();
    }

    private static Presented found(RefreshTokenStore store, TokenValue token) {
        return store.find(token).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void a_new_token_is_found_with_its_family(TestDatabase database) {
        RefreshTokenStore store = store(database);
        String grant = id();
        TokenValue token = open(database, store, family(grant, "session", true));
        assertThat(token.secret()).hasSize(92).matches("[A-Za-z0-9_-]+");
        Presented presented = found(store, token);
        assertThat(presented.looksUsable()).isTrue();
        RefreshTokenFamily family = presented.family();
        assertThat(family.grantId()).isEqualTo(grant);
        assertThat(family.scope()).isEqualTo(Scope.of("openid", "offline_access"));
        assertThat(family.resource()).containsExactly("https://api.example");
        assertThat(family.offline()).isTrue();
        assertThat(family.authTime()).isEqualTo(NOW.minusSeconds(60));
        assertThat(family.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(365)));
        assertThat(family.idleExpiresAt()).isEqualTo(NOW.plus(IDLE));
        assertThat(family.revoked()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void of_fifty_redemptions_of_one_code_at_once_exactly_one_makes_grant_and_family(TestDatabase database)
            throws Exception {
        RefreshTokenStore store = store(database);
        Grants grants = TestStores.grants(database.sql());
        String code = id();
        String client = id();
        List<Optional<TokenValue>> won = AtOnce.run(50, () -> {
            RefreshTokenStore.Beginning beginning = store.begin(family(id(), "", true));
            Grant grant =
                    new Grant(id(), client, "usr_1", "", Scope.of("openid"), List.of(), true, NOW, NOW.plusSeconds(60));
            boolean mine = grants.createOnce(grant, code, beginning.row());
            assertThat(store.find(beginning.token()).isPresent()).isEqualTo(mine);
            assertThat(grants.find(grant.id()).isPresent()).isEqualTo(mine);
            return mine ? Optional.of(beginning.token()) : Optional.empty();
        });
        assertThat(won).filteredOn(Optional::isPresent).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_family_that_cannot_be_stored_takes_its_grant_with_it(TestDatabase database) {
        Grants grants = TestStores.grants(database.sql());
        RefreshTokenStore.Beginning beginning = store(database).begin(family(id(), "x".repeat(100), true));
        Grant grant =
                new Grant(id(), "client", "usr_1", "", Scope.of("openid"), List.of(), true, NOW, NOW.plusSeconds(60));
        assertThatThrownBy(() -> grants.createOnce(grant, id(), beginning.row()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(grants.find(grant.id())).isEmpty();
    }

    private static final RefreshTokenStore.Idle IDLES = new RefreshTokenStore.Idle(IDLE, IDLE.dividedBy(2));

    private static void user(TestDatabase database, String subject, boolean enabled) {
        database.sql()
                .update(
                        "insert into app_user (subject, username, username_key, claims, roles, enabled, owner, version, created_at,"
                                + " updated_at) values (?, ?, ?, '{}', '', ?, '', 0, ?, ?)",
                        subject,
                        subject,
                        subject,
                        enabled,
                        NOW,
                        NOW);
    }

    private static NewFamily familyOf(String subject, boolean offline) {
        return new NewFamily(
                id(),
                "client",
                subject,
                "",
                Scope.of("openid"),
                List.of(),
                GrantedClaims.NONE,
                offline,
                NOW,
                NOW,
                Duration.ofDays(20),
                IDLE);
    }

    @ParameterizedTest
    @EnumSource
    void at_sight_a_token_is_rotated_where_one_statement_can(TestDatabase database) {
        RefreshTokenStore store = store(database);
        String subject = id();
        user(database, subject, true);
        TokenValue first = open(database, store, familyOf(subject, false));
        Instant later = NOW.plusSeconds(5);
        Optional<RefreshTokenStore.Rotated> rotated = store.rotateAtSight(first, "client", REQUEST, IDLES, later);
        assertThat(rotated.isPresent()).isEqualTo(database.sql().isPostgresql());
        if (rotated.isPresent()) {
            assertThat(found(store, rotated.get().successor()).looksUsable()).isTrue();
            assertThat(found(store, first).looksUsable()).isFalse();
            assertThat(rotated.get().family().idleExpiresAt()).isEqualTo(later.plus(IDLES.online()));
            assertThat(store.repeat(found(store, first), REQUEST, GRACE, later))
                    .contains(rotated.get().successor());
            assertThat(store.rotateAtSight(first, "client", REQUEST, IDLES, later))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void at_sight_nothing_is_rotated_that_is_anothers_or_ended_or_of_a_disabled_user(TestDatabase database) {
        RefreshTokenStore store = store(database);
        String enabled = id();
        String disabled = id();
        user(database, enabled, true);
        user(database, disabled, false);
        TokenValue token = open(database, store, familyOf(enabled, true));
        assertThat(store.rotateAtSight(token, "other", REQUEST, IDLES, NOW)).isEmpty();
        assertThat(store.rotateAtSight(token, "client", REQUEST, IDLES, NOW.plus(Duration.ofDays(21))))
                .isEmpty();
        assertThat(store.rotateAtSight(new TokenValue("forged"), "client", REQUEST, IDLES, NOW))
                .isEmpty();
        assertThat(found(store, token).looksUsable()).isTrue();
        TokenValue ofDisabled = open(database, store, familyOf(disabled, true));
        assertThat(store.rotateAtSight(ofDisabled, "client", REQUEST, IDLES, NOW))
                .isEmpty();
        assertThat(found(store, ofDisabled).looksUsable()).isTrue();
        TokenValue revoked = open(database, store, familyOf(enabled, true));
        store.revokeGrant(found(store, revoked).family().grantId(), "test", NOW);
        assertThat(store.rotateAtSight(revoked, "client", REQUEST, IDLES, NOW)).isEmpty();
    }

    @Test
    void at_sight_many_families_at_once_each_get_their_own() throws Exception {
        TestDatabase database = TestDatabase.POSTGRESQL;
        RefreshTokenStore store = store(database);
        String subject = id();
        user(database, subject, true);
        Queue<TokenValue> tokens = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 30; i++) {
            tokens.add(open(database, store, familyOf(subject, i % 2 == 0)));
        }
        List<Boolean> right = AtOnce.run(30, () -> {
            TokenValue token = tokens.remove();
            Presented before = found(store, token);
            String client = before.family().offline() ? "client" : "other";
            Optional<RefreshTokenStore.Rotated> rotated = store.rotateAtSight(token, client, REQUEST, IDLES, NOW);
            return before.family().offline()
                    ? found(store, rotated.orElseThrow().successor())
                            .family()
                            .id()
                            .equals(before.family().id())
                    : rotated.isEmpty() && found(store, token).looksUsable();
        });
        assertThat(right).hasSize(30).doesNotContain(false);
    }

    @ParameterizedTest
    @EnumSource
    void at_sight_of_fifty_at_once_one_wins_and_no_family_outlives_its_end(TestDatabase database) throws Exception {
        RefreshTokenStore store = store(database);
        String subject = id();
        user(database, subject, true);
        TokenValue token = open(database, store, familyOf(subject, true));
        List<Optional<RefreshTokenStore.Rotated>> all =
                AtOnce.run(50, () -> store.rotateAtSight(token, "client", REQUEST, IDLES, NOW));
        assertThat(all).filteredOn(Optional::isPresent).hasSize(database.sql().isPostgresql() ? 1 : 0);
        all.stream()
                .flatMap(Optional::stream)
                .forEach(rotated ->
                        assertThat(rotated.family().idleExpiresAt()).isEqualTo(NOW.plus(Duration.ofDays(20))));
    }

    @ParameterizedTest
    @EnumSource
    void rotation_spends_a_token_and_its_successor_takes_its_place(TestDatabase database) {
        RefreshTokenStore store = store(database);
        TokenValue first = open(database, store, family(id(), "", true));
        TokenValue second = store.rotate(found(store, first), REQUEST, IDLE, NOW.plusSeconds(1))
                .orElseThrow();
        assertThat(second.secret()).hasSize(92).isNotEqualTo(first.secret());
        assertThat(found(store, first).looksUsable()).isFalse();
        assertThat(found(store, second).looksUsable()).isTrue();
        assertThat(store.rotate(found(store, first), REQUEST, IDLE, NOW.plusSeconds(2)))
                .isEmpty();
        assertThat(store.rotate(found(store, second), REQUEST, IDLE, NOW.plusSeconds(2)))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void of_fifty_rotations_of_one_token_at_once_exactly_one_succeeds_and_the_others_repeat_its_answer(
            TestDatabase database) throws Exception {
        RefreshTokenStore store = store(database);
        Presented presented = found(store, open(database, store, family(id(), "", true)));
        List<String> answers = AtOnce.run(
                50,
                () -> database.inTransaction(() -> store.rotate(presented, REQUEST, IDLE, NOW)
                        .map(token -> "rotated " + token.secret())
                        .or(() ->
                                store.repeat(presented, REQUEST, GRACE, NOW).map(token -> "repeated " + token.secret()))
                        .orElse("refused")));
        assertThat(answers).filteredOn(answer -> answer.startsWith("rotated")).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.startsWith("repeated")).hasSize(49);
        assertThat(answers.stream().map(answer -> answer.split(" ")[1]).collect(Collectors.toSet()))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void the_answer_is_repeated_only_inside_the_grace_and_for_the_same_request(TestDatabase database) {
        RefreshTokenStore store = store(database);
        TokenValue first = open(database, store, family(id(), "", true));
        TokenValue second =
                store.rotate(found(store, first), REQUEST, IDLE, NOW).orElseThrow();
        Presented spent = found(store, first);
        assertThat(store.repeat(spent, REQUEST, GRACE, NOW.plusSeconds(10))).contains(second);
        assertThat(store.repeat(spent, REQUEST, GRACE, NOW.plusSeconds(11))).isEmpty();
        assertThat(store.repeat(spent, REQUEST, Duration.ZERO, NOW)).isEmpty();
        assertThat(store.repeat(spent, "narrower", GRACE, NOW)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_answer_is_not_repeated_once_the_successor_was_used(TestDatabase database) {
        RefreshTokenStore store = store(database);
        TokenValue first = open(database, store, family(id(), "", true));
        TokenValue second =
                store.rotate(found(store, first), REQUEST, IDLE, NOW).orElseThrow();
        TokenValue third =
                store.rotate(found(store, second), REQUEST, IDLE, NOW).orElseThrow();
        assertThat(store.repeat(found(store, first), REQUEST, GRACE, NOW)).isEmpty();
        assertThat(store.repeat(found(store, second), REQUEST, GRACE, NOW)).contains(third);
        assertThat(store.keep(found(store, third), IDLE, NOW)).isTrue();
        assertThat(store.repeat(found(store, second), REQUEST, GRACE, NOW)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_lost_reply_is_repeated_after_the_master_key_was_changed(TestDatabase database) {
        RefreshTokenStore before = store(database);
        TokenValue first = open(database, before, family(id(), "", true));
        TokenValue second =
                before.rotate(found(before, first), REQUEST, IDLE, NOW).orElseThrow();
        RefreshTokenStore after = store(database.sql(), Map.of(1, KEY_ONE, 2, KEY_TWO));
        assertThat(after.repeat(found(after, first), REQUEST, GRACE, NOW)).contains(second);
        TokenValue third =
                after.rotate(found(after, second), REQUEST, IDLE, NOW).orElseThrow();
        assertThat(after.repeat(found(after, second), REQUEST, GRACE, NOW)).contains(third);
        RefreshTokenStore withoutTheOldKey = store(database.sql(), Map.of(2, KEY_TWO));
        assertThat(withoutTheOldKey.find(second)).isEmpty();
        assertThat(withoutTheOldKey.find(third)).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void idle_and_absolute_expiry_end_a_token(TestDatabase database) {
        RefreshTokenStore store = store(database);
        Presented idle = found(store, open(database, store, family(id(), "", true)));
        assertThat(store.rotate(idle, REQUEST, IDLE, NOW.plus(IDLE))).isEmpty();
        assertThat(store.keep(idle, IDLE, NOW.plus(IDLE))).isFalse();
        assertThat(store.keep(idle, Duration.ofDays(400), NOW.plus(Duration.ofDays(29))))
                .isTrue();
        assertThat(found(store, idle.token()).family().idleExpiresAt()).isEqualTo(NOW.plus(Duration.ofDays(365)));
        assertThat(store.rotate(idle, REQUEST, IDLE, NOW.plus(Duration.ofDays(365))))
                .isEmpty();
        assertThat(store.rotate(idle, REQUEST, IDLE, NOW.plus(Duration.ofDays(364))))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void a_revoked_family_is_still_found_but_never_rotated_or_repeated(TestDatabase database) {
        RefreshTokenStore store = store(database);
        String grant = id();
        TokenValue first = open(database, store, family(grant, "", true));
        TokenValue second =
                store.rotate(found(store, first), REQUEST, IDLE, NOW).orElseThrow();
        Presented before = found(store, second);
        assertThat(store.revokeGrant(grant, "replay", NOW)).isTrue();
        assertThat(store.revokeGrant(grant, "replay", NOW)).isFalse();
        assertThat(found(store, second).family().revoked()).isTrue();
        assertThat(store.rotate(before, REQUEST, IDLE, NOW)).isEmpty();
        assertThat(store.keep(before, IDLE, NOW)).isFalse();
        assertThat(store.repeat(found(store, first), REQUEST, GRACE, NOW)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_end_of_a_session_revokes_families_that_are_not_offline(TestDatabase database) {
        RefreshTokenStore store = store(database);
        String session = id();
        TokenValue online = open(database, store, family(id(), session, false));
        TokenValue offline = open(database, store, family(id(), session, true));
        assertThat(store.revokeSession(session, "logout", NOW)).isOne();
        assertThat(store.revokeSession(session, "logout", NOW)).isZero();
        assertThat(found(store, online).family().revoked()).isTrue();
        assertThat(found(store, offline).family().revoked()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void nothing_in_the_database_is_a_token_or_half_of_one(TestDatabase database) {
        RefreshTokenStore store = store(database);
        TokenValue token = open(database, store, family(id(), "", true));
        Presented presented = found(store, token);
        String row = database.sql()
                .first(
                        "select current_hash from refresh_token_family where id = ?",
                        found -> found.getString("current_hash"),
                        presented.family().id())
                .orElseThrow();
        assertThat(row).isEqualTo(token.hash());
        assertThat(presented.toString()).doesNotContain(token.secret());
    }

    @ParameterizedTest
    @EnumSource
    void expired_families_are_purged_in_batches(TestDatabase database) {
        RefreshTokenStore store = store(database);
        Instant longAgo = Instant.parse("2001-01-01T00:00:00Z");
        TokenValue last = new TokenValue("");
        for (int i = 0; i < 5; i++) {
            last = open(
                    database,
                    store,
                    new NewFamily(
                            id(),
                            "c",
                            "s",
                            "",
                            Scope.NONE,
                            List.of(),
                            GrantedClaims.NONE,
                            true,
                            longAgo,
                            longAgo,
                            Duration.ofDays(1),
                            IDLE));
        }
        Instant then = longAgo.plus(Duration.ofDays(2));
        assertThat(store.purge(then, 3)).isEqualTo(3);
        assertThat(store.purge(then, 3)).isEqualTo(2);
        assertThat(store.find(last)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void families_that_were_not_used_in_time_are_purged_and_use_puts_it_off(TestDatabase database) {
        RefreshTokenStore store = store(database);
        Instant longAgo = Instant.parse("2002-01-01T00:00:00Z");
        Duration idle = Duration.ofHours(16);
        NewFamily family = new NewFamily(
                id(),
                "c",
                "s",
                "",
                Scope.NONE,
                List.of(),
                GrantedClaims.NONE,
                true,
                longAgo,
                longAgo,
                Duration.ofDays(365),
                idle);
        TokenValue unused = open(database, store, family);
        TokenValue used = open(database, store, family);
        assertThat(store.rotate(found(store, used), REQUEST, idle, longAgo.plus(Duration.ofHours(15))))
                .isPresent();
        assertThat(store.purge(longAgo.plus(idle), 10)).isZero();
        assertThat(store.purge(longAgo.plus(idle).plus(Duration.ofHours(1)), 10))
                .isOne();
        assertThat(store.find(unused)).isEmpty();
        assertThat(store.find(used)).isPresent();
        assertThat(store.purge(longAgo.plus(Duration.ofHours(32)), 10)).isOne();
    }

    /** A store whose database must not be asked. */
    private static RefreshTokenStore withoutDatabase() {
        DataSource none = (DataSource) java.lang.reflect.Proxy.newProxyInstance(
                RefreshTokenStoreTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (p, method, a) -> {
                    throw new AssertionError("the database was asked");
                });
        return store(new Sql(none), Map.of(1, KEY_ONE));
    }

    @Test
    void a_forged_token_is_turned_away_without_a_read() {
        RefreshTokenStore store = withoutDatabase();
        byte[] random = new byte[69];
        new SecureRandom().nextBytes(random);
        random[0] = 1;
        for (String forged : List.of(
                "",
                "x",
                "=",
                "ñ",
                "A".repeat(92),
                "A".repeat(93),
                Base64.getUrlEncoder().encodeToString(random))) {
            assertThat(store.find(new TokenValue(forged))).as(forged).isEmpty();
        }
    }

    @Test
    void a_token_changed_in_any_bit_is_forged() {
        TokenCodec codec = new TokenCodec(new MasterKeys(Map.of(1, KEY_ONE)));
        TokenValue token = codec.write(new TokenParts(1, new byte[16], 7, new byte[32]));
        assertThat(codec.read(token)).map(TokenParts::generation).isEqualTo(Optional.of(7));
        byte[] bytes = Base64.getUrlDecoder().decode(token.secret());
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(codec.read(new TokenValue(
                            Base64.getUrlEncoder().withoutPadding().encodeToString(changed))))
                    .as("bit " + bit)
                    .isEmpty();
        }
    }
}
