package dev.postern.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jwt.SignedJWT;
import dev.postern.data.queue.Event.SigningKeyChanged;
import dev.postern.platform.CryptoProvider;
import dev.postern.platform.Ed25519;
import dev.postern.platform.JsonObject;
import dev.postern.platform.MasterKeys;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Sealer;
import dev.postern.platform.Settings;
import dev.postern.testing.fakes.FakeEvents;
import dev.postern.testing.fakes.FakeResourceServers;
import dev.postern.testing.fakes.FakeSigningKeyRows;
import dev.postern.testing.fakes.TestClock;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

    private static final CryptoProvider CRYPTO = CryptoProvider.ofPlatform();

    private final TestClock clock = new TestClock();
    private final FakeSigningKeyRows rows = new FakeSigningKeyRows();
    private final FakeEvents events = new FakeEvents();
    private final AtomicBoolean leaseIsFree = new AtomicBoolean(true);
    private final SigningKeys keys = node();

    private SigningKeys node() {
        return node(Map.of());
    }

    private SigningKeys node(Map<String, String> settings) {
        Sealer sealer =
                new Sealer(new MasterKeys(Map.of(1, new byte[32])), new RandomValues(new SecureRandom()), CRYPTO);
        KeyLifecycle lifecycle = new KeyLifecycle(
                rows,
                (name, duration) -> leaseIsFree.get(),
                new KeyMaker(sealer, new SecureRandom(), CRYPTO, new Signatures(CRYPTO)),
                new KeySchedule(new FakeResourceServers(), Settings.of(settings)),
                clock);
        return new SigningKeys(lifecycle, events, clock);
    }

    @Test
    void signs_what_others_verify_by_the_published_key_set() throws Exception {
        for (JwsAlgorithm algorithm : JwsAlgorithm.values()) {
            SignedJWT jwt = SignedJWT.parse(sign(keys, algorithm));
            JWKSet published = JWKSet.parse(new String(keys.document(), StandardCharsets.UTF_8));
            JWK key = published.getKeyByKeyId(jwt.getHeader().getKeyID());
            assertThat(isAuthentic(jwt, key)).isTrue();
            assertThat(jwt.getHeader().getType().getType()).isEqualTo("JWT");
        }
    }

    private static boolean isAuthentic(SignedJWT jwt, JWK key) throws Exception {
        if (key instanceof OctetKeyPair edwards) {
            Signature verifying = Signature.getInstance("Ed25519");
            verifying.initVerify(Ed25519.publicKey(edwards));
            verifying.update(jwt.getSigningInput());
            return verifying.verify(jwt.getSignature().decode());
        }
        return jwt.verify(new DefaultJWSVerifierFactory()
                .createJWSVerifier(jwt.getHeader(), ((AsymmetricJWK) key).toPublicKey()));
    }

    @Test
    void publishes_an_active_and_a_next_key_of_each_algorithm_and_no_private_half() throws Exception {
        JWKSet published = JWKSet.parse(new String(keys.document(), StandardCharsets.UTF_8));
        assertThat(published.getKeys())
                .hasSize(2 * JwsAlgorithm.values().length)
                .noneMatch(key -> key.isPrivate());
        assertThat(new String(keys.document(), StandardCharsets.UTF_8)).doesNotContain("\"d\"");
        assertThat(keys.document()).as("made once").isSameAs(keys.document());
        assertThat(events.types()).containsOnly("signing_key_changed").hasSize(2 * JwsAlgorithm.values().length);
    }

    @Test
    void keeps_the_private_halves_sealed() {
        keys.document();
        assertThat(rows.all()).noneMatch(row -> row.sealedPrivate().contains("{"));
    }

    @Test
    void believes_what_a_retired_key_signed_until_it_is_removed() {
        String jwt = sign(keys, JwsAlgorithm.ES256);
        keys.rotateNow(EnumSet.allOf(JwsAlgorithm.class));
        assertThat(keys.verifyOwn(jwt)).isPresent();
        assertThat(sign(keys, JwsAlgorithm.ES256).split("\\.")[0]).isNotEqualTo(jwt.split("\\.")[0]);
        clock.pass(Duration.ofDays(31));
        keys.tick();
        assertThat(keys.verifyOwn(jwt)).isEmpty();
    }

    @Test
    void keeps_a_retired_key_as_long_as_the_longest_access_token_lives() {
        SigningKeys longLived = node(Map.of("postern.token.access-token-lifetime", "60d"));
        String jwt = sign(longLived, JwsAlgorithm.ES256);
        longLived.rotateNow(EnumSet.allOf(JwsAlgorithm.class));
        clock.pass(Duration.ofDays(59));
        longLived.tick();
        assertThat(longLived.verifyOwn(jwt)).isPresent();
        clock.pass(Duration.ofDays(1));
        longLived.tick();
        assertThat(longLived.verifyOwn(jwt)).isEmpty();
    }

    @Test
    void rotates_when_the_time_has_come() {
        String before = header(sign(keys, JwsAlgorithm.RS256));
        clock.pass(Duration.ofDays(89));
        keys.tick();
        assertThat(header(sign(keys, JwsAlgorithm.RS256))).isEqualTo(before);
        clock.pass(Duration.ofDays(1));
        keys.tick();
        assertThat(header(sign(keys, JwsAlgorithm.RS256))).isNotEqualTo(before);
    }

    @Test
    void lets_one_node_rotate_when_it_is_due_and_the_others_follow() {
        SigningKeys other = node();
        other.document();
        leaseIsFree.set(false);
        String before = header(sign(other, JwsAlgorithm.ES256));
        clock.pass(Duration.ofDays(90));
        other.tick();
        assertThat(header(sign(other, JwsAlgorithm.ES256))).isEqualTo(before);
        leaseIsFree.set(true);
        keys.tick();
        clock.pass(Duration.ofSeconds(6));
        assertThat(other.verifyOwn(sign(keys, JwsAlgorithm.ES256))).isPresent();
    }

    @Test
    void rotates_at_an_administrators_word_whoever_holds_the_lease() {
        String before = sign(keys, JwsAlgorithm.RS256);
        leaseIsFree.set(false);

        assertThat(keys.rotateNow(EnumSet.allOf(JwsAlgorithm.class)))
                .extracting(SigningKeyChanged::change)
                .contains("retired", "activated", "made");
        assertThat(header(sign(keys, JwsAlgorithm.RS256))).isNotEqualTo(header(before));
        assertThat(keys.verifyOwn(before)).isPresent();
    }

    @Test
    void refuses_what_it_did_not_sign() {
        String jwt = sign(keys, JwsAlgorithm.ES256);
        String[] parts = jwt.split("\\.");
        assertThat(keys.verifyOwn(parts[0] + "." + parts[1] + "x." + parts[2])).isEmpty();
        assertThat(keys.verifyOwn("eyJhbGciOiJub25lIn0." + parts[1] + ".")).isEmpty();
        assertThat(keys.verifyOwn("bnVsbA." + parts[1] + "." + parts[2])).isEmpty();
        assertThat(keys.verifyOwn("..")).isEmpty();
        assertThat(keys.verifyOwn("no jwt at all")).isEmpty();
        assertThat(keys.verifyOwn(parts[0] + "." + parts[1] + "." + "AA")).isEmpty();
    }

    private static String sign(SigningKeys keys, JwsAlgorithm algorithm) {
        return keys.sign(
                algorithm, "JWT", new JsonObject().put("sub", "somebody").bytes());
    }

    private static String header(String jwt) {
        return jwt.substring(0, jwt.indexOf('.'));
    }
}
