package dev.postern.data.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.data.AtOnce;
import dev.postern.data.LocalSignals;
import dev.postern.data.Sql;
import dev.postern.data.TestDatabase;
import dev.postern.data.database.Users.DeviceSeen;
import dev.postern.data.database.client.Access;
import dev.postern.data.database.client.ApplicationType;
import dev.postern.data.database.client.Localised;
import dev.postern.data.database.client.Logout;
import dev.postern.data.database.client.Presentation;
import dev.postern.data.database.client.Redirection;
import dev.postern.data.database.client.Refresh;
import dev.postern.data.database.client.RefreshPolicy;
import dev.postern.data.database.client.RefreshUse;
import dev.postern.protocol.Scope;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients, resource servers, scopes, users and notes through EclipseLink. */
class RecordsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Map<TestDatabase, EntityManagerFactory> FACTORIES = new EnumMap<>(TestDatabase.class);

    private final AtomicLong nanos = new AtomicLong();

    private static synchronized EntityManagerFactory factory(TestDatabase database) {
        return FACTORIES.computeIfAbsent(database, missing -> {
            Map<String, Object> properties = new HashMap<>();
            properties.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
            properties.put("jakarta.persistence.nonJtaDataSource", database.dataSource());
            properties.put("eclipselink.session-name", database.name());
            properties.put("eclipselink.weaving", "false");
            return Persistence.createEntityManagerFactory("postern", properties);
        });
    }

    /** Writes in a transaction of its own, as on a server outside a transaction. */
    private static final class OwnTransactions extends Records {

        private final BegunUnit unit;

        OwnTransactions(Sql sql, BegunUnit unit) {
            super(sql, unit);
            this.unit = unit;
        }

        @Override
        boolean decide(Predicate<EntityManager> work) {
            EntityTransaction transaction = unit.begin();
            try {
                boolean verdict = super.decide(work);
                transaction.commit();
                return verdict;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        }
    }

    /** Gives the one whose transaction was begun. */
    private static final class BegunUnit extends PersistenceUnit {

        private final ThreadLocal<EntityManager> begun = new ThreadLocal<>();

        BegunUnit(EntityManagerFactory factory) {
            super(factory);
        }

        EntityTransaction begin() {
            EntityManager entities = super.entityManager();
            begun.set(entities);
            entities.getTransaction().begin();
            return entities.getTransaction();
        }

        @Override
        EntityManager entityManager() {
            return begun.get();
        }
    }

    private static Records records(TestDatabase database) {
        return new OwnTransactions(database.sql(), new BegunUnit(factory(database)));
    }

    private ReadCopy copies() {
        return TestStores.copies(new LocalSignals(), nanos::get);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static Client client(String id, String name, Set<String> origins) {
        Client blank = Client.blank(id);
        return new Client(
                id,
                Presentation.named(new Localised(name, Map.of("es", "Notas"))),
                new Redirection(ApplicationType.WEB, Set.of("https://app.example/callback"), origins),
                blank.authentication().withSecret(List.of("hash"), ""),
                blank.keys(),
                new Access(
                        Set.of("authorization_code"),
                        Set.of("code"),
                        Scope.of("openid", "notes.read", "email"),
                        "",
                        Set.of(),
                        false),
                blank.requests(),
                blank.identity(),
                new Refresh(RefreshPolicy.WITH_OFFLINE_ACCESS, RefreshUse.ROTATE, Duration.ofSeconds(10)),
                Logout.returningTo(Set.of("https://app.example/")),
                blank.registration());
    }

    @ParameterizedTest
    @EnumSource
    void a_client_is_stored_whole_and_replaced(TestDatabase database) {
        Clients clients = new StoredClients(database.sql(), records(database), CLOCK, copies());
        String id = id();
        String owner = "file:" + id();
        assertThat(clients.find(id)).isEmpty();
        clients.save(client(id, "Notes", Set.of("https://a.example")), owner);
        assertThat(clients.find(id)).contains(client(id, "Notes", Set.of("https://a.example")));
        assertThat(clients.find(id).orElseThrow().access().scope().wire()).isEqualTo("openid notes.read email");
        clients.save(client(id, "New notes", Set.of("https://b.example")), owner);
        assertThat(clients.find(id).orElseThrow().displayName("en")).isEqualTo("New notes");
        assertThat(clients.ownerOf(id)).contains(owner);
        assertThat(clients.ownedBy(owner)).containsExactly(id);
        assertThat(clients.delete(id)).isTrue();
        assertThat(clients.delete(id)).isFalse();
        assertThat(clients.find(id)).isEmpty();
        assertThat(clients.ownerOf(id)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_origins_of_all_clients_are_known(TestDatabase database) {
        Clients clients = new StoredClients(database.sql(), records(database), CLOCK, copies());
        String id = id();
        String origin = "https://" + id() + ".example";
        assertThat(clients.anyWithOrigin(origin)).isFalse();
        clients.save(client(id, "Notes", Set.of(origin, "https://other.example")), "console");
        assertThat(clients.anyWithOrigin(origin)).isTrue();
        clients.save(client(id, "Notes", Set.of("https://other.example")), "console");
        assertThat(clients.anyWithOrigin(origin)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_change_by_another_node_is_seen_at_once_where_signals_arrive(TestDatabase database) {
        LocalSignals both = new LocalSignals();
        Users here = new StoredUsers(database.sql(), records(database), CLOCK, TestStores.copies(both, nanos::get));
        Users there = new StoredUsers(database.sql(), records(database), CLOCK, TestStores.copies(both, nanos::get));
        User user = new User("usr_" + id(), "u" + id(), "hash", Map.of(), Set.of(), true);
        here.save(user, "console");
        assertThat(there.bySubject(user.subject()).orElseThrow().enabled()).isTrue();
        here.save(user.disabled(), "console");
        assertThat(there.bySubject(user.subject()).orElseThrow().enabled()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_change_by_another_node_is_seen_within_ten_seconds(TestDatabase database) {
        Clients here = new StoredClients(database.sql(), records(database), CLOCK, copies());
        Clients there = new StoredClients(database.sql(), records(database), CLOCK, copies());
        String id = id();
        here.save(client(id, "Before", Set.of()), "console");
        assertThat(there.find(id).orElseThrow().displayName("en")).isEqualTo("Before");
        here.save(client(id, "After", Set.of()), "console");
        assertThat(here.find(id).orElseThrow().displayName("en")).isEqualTo("After");
        assertThat(there.find(id).orElseThrow().displayName("en")).isEqualTo("Before");
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(there.find(id).orElseThrow().displayName("en")).isEqualTo("After");
    }

    @ParameterizedTest
    @EnumSource
    void resource_servers_are_found_by_identifier_scope_and_client(TestDatabase database) {
        ResourceServers servers = new StoredResourceServers(database.sql(), records(database), CLOCK, copies());
        String unique = id();
        ResourceServer server = new ResourceServer(
                "https://api.example/" + unique,
                "API",
                Set.of("read." + unique, "write." + unique),
                ResourceServer.TokenFormat.OPAQUE,
                Duration.ofMinutes(5),
                "client-" + unique,
                Set.of("https://other.example"));
        servers.save(server, "file:" + unique);
        assertThat(servers.find(server.identifier())).contains(server);
        assertThat(servers.ofScope("write." + unique)).contains(server);
        assertThat(servers.ofScope("unknown")).isEmpty();
        assertThat(servers.ofClient("client-" + unique)).containsExactly(server);
        assertThat(servers.ofClient("")).isEmpty();
        assertThat(servers.all()).contains(server);
        assertThat(servers.ownerOf(server.identifier())).contains("file:" + unique);
        assertThat(servers.ownedBy("file:" + unique)).containsExactly(server.identifier());
        assertThat(servers.delete(server.identifier())).isTrue();
        assertThat(servers.find(server.identifier())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_scopes_of_openid_connect_are_built_in_and_others_are_added(TestDatabase database) {
        ScopeDefinitions scopes = new StoredScopeDefinitions(database.sql(), records(database), CLOCK, copies());
        for (String name : List.of("openid", "profile", "email", "address", "phone", "offline_access")) {
            assertThat(scopes.find(name).orElseThrow().descriptions()).as(name).containsKeys("en", "es");
        }
        String name = "scope." + id();
        ScopeDefinition scope = new ScopeDefinition(name, Map.of("en", "read your notes"), Set.of());
        scopes.save(scope, "file:" + name);
        assertThat(scopes.find(name)).contains(scope);
        assertThat(scopes.all()).contains(scope);
        assertThat(scopes.ownerOf(name)).contains("file:" + name);
        assertThat(scopes.ownerOf("openid")).isEmpty();
        assertThat(scopes.ownedBy("file:" + name)).containsExactly(name);
        assertThat(scopes.delete(name)).isTrue();
        assertThat(scopes.find(name)).isEmpty();
    }

    private static User user(String username) {
        return new User(
                User.SUBJECT_PREFIX + id(),
                username,
                "",
                Map.of("name", "Ana Díaz", "email_verified", true, "address", Map.of("country", "ES")),
                Set.of("administrator"),
                true,
                CLOCK.instant());
    }

    @ParameterizedTest
    @EnumSource
    void a_user_is_found_by_subject_and_by_name_without_case(TestDatabase database) {
        Users users = new StoredUsers(database.sql(), records(database), CLOCK, copies());
        User user = user("Ana." + id());
        users.save(user, "file:" + user.subject());
        assertThat(users.bySubject(user.subject())).contains(user);
        assertThat(users.byUsername(user.username().toUpperCase(java.util.Locale.ROOT)))
                .contains(user);
        assertThat(users.byUsername("nobody")).isEmpty();
        assertThat(users.ownerOf(user.subject())).contains("file:" + user.subject());
        assertThat(users.ownedBy("file:" + user.subject())).containsExactly(user.subject());
        users.changePassword(user.subject(), "$argon2id$hash");
        assertThat(users.bySubject(user.subject()).orElseThrow().passwordHash()).isEqualTo("$argon2id$hash");
        assertThat(users.anyWithRole("administrator")).isTrue();
        assertThat(users.anyWithRole("admin")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_user_name_belongs_to_one_person(TestDatabase database) {
        Users users = new StoredUsers(database.sql(), records(database), CLOCK, copies());
        User one = user("berta-" + id());
        User two = user(one.username().toUpperCase(java.util.Locale.ROOT));
        users.save(one, "console");
        users.save(one, "console");
        assertThatThrownBy(() -> users.save(two, "console")).isInstanceOf(IllegalStateException.class);
        assertThat(users.bySubject(two.subject())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_device_is_first_then_known_and_the_next_one_is_new(TestDatabase database) throws Exception {
        Users users = new StoredUsers(database.sql(), records(database), CLOCK, copies());
        String subject = id();
        assertThat(users.rememberDevice(subject, "phone", NOW)).isEqualTo(DeviceSeen.FIRST_EVER);
        assertThat(users.rememberDevice(subject, "phone", NOW)).isEqualTo(DeviceSeen.KNOWN);
        List<DeviceSeen> seen = AtOnce.run(10, () -> users.rememberDevice(subject, "laptop", NOW));
        assertThat(Collections.frequency(seen, DeviceSeen.NEW)).isOne();
        assertThat(Collections.frequency(seen, DeviceSeen.KNOWN)).isEqualTo(9);
    }

    @ParameterizedTest
    @EnumSource
    void notes_belong_to_their_user(TestDatabase database) {
        Notes notes = new StoredNotes(database.sql(), records(database));
        String ana = id();
        Note first = new Note(id(), ana, "milk", NOW);
        Note second = new Note(id(), ana, "bread ü", NOW.plusSeconds(1));
        assertThat(notes.add(first, 2)).isTrue();
        assertThat(notes.add(second, 2)).isTrue();
        assertThat(notes.add(new Note(id(), ana, "too many", NOW), 2)).isFalse();
        assertThat(notes.of(ana, 10)).containsExactly(second, first);
        assertThat(notes.of(ana, 1)).containsExactly(second);
        assertThat(notes.find(ana, first.id())).contains(first);
        assertThat(notes.find("other", first.id())).isEmpty();
        assertThat(notes.delete("other", first.id())).isFalse();
        assertThat(notes.delete(ana, first.id())).isTrue();
        assertThat(notes.of(ana, 10)).isEqualTo(List.of(second));
        assertThat(notes.find(ana, first.id())).isEqualTo(Optional.empty());
    }
}
