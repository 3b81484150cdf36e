package dev.postern.identity.administration.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.ClientRegister;
import dev.postern.data.database.InitialAccessTokens;
import dev.postern.data.database.UserRegister;
import dev.postern.identity.administration.change.AdministrationRefused.Reason;
import dev.postern.identity.administration.client.ClientAdministration;
import dev.postern.identity.administration.client.ClientSecretAdministration;
import dev.postern.identity.administration.client.InitialAccessTokenAdministration;
import dev.postern.identity.administration.file.FileAdministration;
import dev.postern.identity.administration.key.KeyAdministration;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.administration.user.PasswordAdministration;
import dev.postern.identity.administration.user.UserAdministration;
import dev.postern.identity.setup.FileText;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Settings;
import dev.postern.protocol.Scope;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What changes secrets, keys or roles is refused by the model itself to a person whose sign-in is old, whoever has called it. */
class FreshnessTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Freshness FRESHNESS =
            new Freshness(CLOCK, Settings.of(Map.of("postern.administration.fresh-sign-in", "15m")));
    private static final RandomValues RANDOM = new RandomValues(new SecureRandom());
    private static final Scope SCOPE =
            Scope.of("admin:clients:write", "admin:users:write", "admin:keys:write", "admin:configuration:write");
    private static final List<String> READ = new ArrayList<>();

    /**
     * An operation.
     *
     * @param otherwise why it is refused, with what it is given here, to whoever gets that far
     */
    private record Operation(String name, Reason otherwise, Consumer<Administrator> run) {
        @Override
        public String toString() {
            return name;
        }

        Reason refusalOf(Administrator by) {
            return catchThrowableOfType(AdministrationRefused.class, () -> run.accept(by))
                    .reason();
        }
    }

    static Stream<Operation> operations() {
        return Stream.of(ofClients(), ofUsers(), ofOthers()).flatMap(operations -> operations);
    }

    private static Stream<Operation> ofClients() {
        ClientSecretAdministration secrets =
                new ClientSecretAdministration(empty(ClientRegister.class), null, null, FRESHNESS, null, RANDOM, CLOCK);
        InitialAccessTokenAdministration tokens =
                new InitialAccessTokenAdministration(empty(InitialAccessTokens.class), FRESHNESS, null, RANDOM, CLOCK);
        return Stream.of(
                new Operation("rotate a secret", Reason.UNKNOWN, by -> secrets.rotate(by, "c", Duration.ZERO)),
                new Operation("end a secret", Reason.UNKNOWN, by -> secrets.endPrevious(by, "c")),
                new Operation("make a token", Reason.INVALID, by -> tokens.create(by, nothing())),
                new Operation("revoke a token", Reason.UNKNOWN, by -> tokens.revoke(by, "t")));
    }

    private static Stream<Operation> ofUsers() {
        UserAdministration users = new UserAdministration(
                empty(UserRegister.class), null, null, null, null, FRESHNESS, null, null, RANDOM);
        PasswordAdministration passwords = new PasswordAdministration(users, null, null, null, null);
        return Stream.of(
                new Operation("make a user", Reason.INVALID, by -> users.create(by, nothing())),
                new Operation(
                        "change a user", Reason.UNKNOWN, by -> passwords.patch(by, "u", Expected.ANYTHING, nothing())),
                new Operation("reset a password", Reason.UNKNOWN, by -> passwords.reset(by, "u")),
                new Operation("mail a link", Reason.UNKNOWN, by -> passwords.sendLink(by, "u")));
    }

    private static Stream<Operation> ofOthers() {
        KeyAdministration keys = new KeyAdministration(null, null, null, null, null, FRESHNESS);
        FileAdministration files = new FileAdministration(null, FRESHNESS);
        FileText file = FileText.of("a.yaml", "");
        return Stream.of(
                new Operation("rotate keys", Reason.INVALID, by -> keys.rotate(by, Set.of("none"))),
                new Operation("apply a file", Reason.FORBIDDEN, by -> files.apply(by, file, false)));
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A store in which nothing is found. */
    private static <T> T empty(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    READ.add(method.getName());
                    return Optional.empty();
                }));
    }

    private static Administrator person(Duration ago) {
        return new Administrator("usr_1", "console", SCOPE, Set.of("administrator"), Optional.of(NOW.minus(ago)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_person_whose_sign_in_is_old_is_refused_before_anything_is_read(Operation operation) {
        READ.clear();

        assertThat(operation.refusalOf(person(Duration.ofSeconds(901)))).isEqualTo(Reason.STALE_SIGN_IN);
        assertThat(READ).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_person_who_has_just_signed_in_and_a_client_are_not_asked(Operation operation) {
        assertThat(operation.refusalOf(person(Duration.ofSeconds(900)))).isEqualTo(operation.otherwise());
        assertThat(operation.refusalOf(Administrator.client("program", SCOPE))).isEqualTo(operation.otherwise());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void who_may_not_do_it_at_all_is_told_that_first(Operation operation) {
        Administrator auditor =
                new Administrator("usr_2", "console", SCOPE, Set.of("auditor"), Optional.of(Instant.EPOCH));

        assertThat(operation.refusalOf(auditor)).isEqualTo(Reason.FORBIDDEN);
    }

    @Test
    void a_client_is_made_and_copied_after_a_fresh_sign_in_only() {
        ClientAdministration clients =
                new ClientAdministration(empty(ClientRegister.class), null, null, FRESHNESS, null, RANDOM);
        Operation create = new Operation("make a client", Reason.INVALID, by -> clients.create(by, nothing()));

        assertThat(create.refusalOf(person(Duration.ofSeconds(901)))).isEqualTo(Reason.STALE_SIGN_IN);
    }
}
