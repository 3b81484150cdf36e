package dev.postern.identity.administration.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.client.Authentication;
import dev.postern.data.database.client.ClientKind;
import dev.postern.identity.administration.AdministrationSettings;
import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.change.AdministrationRefused.Reason;
import dev.postern.identity.administration.change.ChangeLog;
import dev.postern.identity.administration.change.Expected;
import dev.postern.identity.administration.change.Freshness;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.clientauth.ClientSecrets;
import dev.postern.identity.clientauth.KeptSecrets;
import dev.postern.platform.CryptoProvider;
import dev.postern.platform.Issuer;
import dev.postern.platform.KeyedHashes;
import dev.postern.platform.MasterKeys;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Sealer;
import dev.postern.platform.Settings;
import dev.postern.protocol.Scope;
import dev.postern.testing.fakes.FakeClientRegister;
import dev.postern.testing.fakes.FakeEvents;
import dev.postern.testing.fakes.FakeResourceServers;
import dev.postern.testing.fakes.FakeScopeDefinitions;
import dev.postern.testing.fakes.TestClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A change that makes a secret asks a person to have signed in lately; one that makes none does not. */
class ClientAdministrationTest {

    private static final Scope EVERYTHING = Scope.of("admin:read", "admin:write");
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final TestClock clock = new TestClock();
    private final FakeEvents events = new FakeEvents();
    private final ClientAdministration clients = administration();
    private final Administrator person = new Administrator(
            "adam", "postern-console", EVERYTHING, Set.of("administrator"), Optional.of(clock.instant()));

    private ClientAdministration administration() {
        RandomValues random = new RandomValues(new SecureRandom());
        MasterKeys keys = new MasterKeys(Map.of(1, new byte[32]));
        ClientSecrets hashed = new ClientSecrets(new KeyedHashes(keys), random);
        return new ClientAdministration(
                new FakeClientRegister(),
                new ClientJudgement(
                        FakeScopeDefinitions.standard(),
                        FakeResourceServers.of(),
                        new Issuer("https://issuer.test", "")),
                new KeptSecrets(hashed, new Sealer(keys, random, CryptoProvider.ofJdk()), clock),
                new Freshness(clock, Settings.of(Map.of(AdministrationSettings.FRESH_SIGN_IN.key(), "5m"))),
                new ChangeLog(events),
                random);
    }

    /** With a secret that is sent. */
    private void made() {
        ObjectNode metadata = SafeDefaults.of(ClientKind.WEB).put("client_id", "shop");
        metadata.putArray("redirect_uris").add("https://shop.example/callback");
        clients.create(person, metadata);
    }

    private WrittenSecret changedTo(Administrator by, String method) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode().put("token_endpoint_auth_method", method);
        return clients.patch(by, "shop", Expected.ANYTHING, patch);
    }

    private Authentication authentication() {
        return clients.find(person, "shop").client().authentication();
    }

    @Test
    void a_method_that_needs_another_secret_is_refused_after_an_old_sign_in_and_nothing_is_changed() {
        made();
        Authentication before = authentication();
        clock.pass(LONGEST.plusSeconds(1));

        assertThatThrownBy(() -> changedTo(person, "client_secret_jwt"))
                .isInstanceOfSatisfying(
                        AdministrationRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.STALE_SIGN_IN));
        assertThat(authentication()).isEqualTo(before);
        assertThat(events.published).as("the creation alone").hasSize(1);
    }

    @Test
    void a_method_that_needs_another_secret_gets_one_after_a_fresh_sign_in() {
        made();
        clock.pass(LONGEST);

        assertThat(changedTo(person, "client_secret_jwt").secret()).isPresent();
        assertThat(authentication().sealedSecret()).isNotEmpty();
        assertThat(authentication().secretHashes()).isEmpty();
    }

    @Test
    void a_public_client_that_becomes_confidential_asks_for_a_fresh_sign_in_too() {
        made();
        changedTo(person, "none");
        clock.pass(LONGEST.plusSeconds(1));

        assertThatThrownBy(() -> changedTo(person, "client_secret_basic")).isInstanceOf(AdministrationRefused.class);
        assertThat(authentication().method().usesSecret()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_secret_basic", "client_secret_post"})
    void a_method_that_keeps_the_secret_needs_none(String method) {
        made();
        Authentication before = authentication();
        clock.pass(LONGEST.plusSeconds(1));

        assertThat(changedTo(person, method).secret()).isEmpty();
        assertThat(authentication().secretHashes()).isEqualTo(before.secretHashes());
    }

    @Test
    void a_program_proves_itself_with_every_token() {
        made();
        clock.pass(LONGEST.plusSeconds(1));

        assertThat(changedTo(Administrator.client("program", EVERYTHING), "client_secret_jwt")
                        .secret())
                .isPresent();
    }
}
