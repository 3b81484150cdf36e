package dev.postern.identity.token.mint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.data.database.ResourceServer.TokenFormat;
import dev.postern.identity.keys.JwsAlgorithm;
import dev.postern.identity.keys.SigningKeys;
import dev.postern.identity.keys.TestSigningKeys;
import dev.postern.platform.CryptoProvider;
import dev.postern.platform.Issuer;
import dev.postern.platform.JsonObject;
import dev.postern.platform.MasterKeys;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Sealer;
import dev.postern.platform.Settings;
import dev.postern.protocol.Scope;
import dev.postern.testing.fakes.TestClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessTokensTest {

    private final TestClock clock = new TestClock();
    private final SigningKeys keys = TestSigningKeys.make(clock);
    private final AccessTokens tokens = node("https://id.example");

    private AccessTokens node(String issuer) {
        Sealer sealer = new Sealer(
                new MasterKeys(Map.of(1, new byte[32])), new RandomValues(new SecureRandom()), CryptoProvider.ofJdk());
        return new AccessTokens(keys, sealer, new Issuer(issuer, ""), Settings.of(Map.of()), clock);
    }

    private AccessToken token(Duration life) {
        return new AccessToken(
                "usr_1",
                "usr_1",
                List.of("https://api.example"),
                "web",
                Scope.ofWire("openid notes.read"),
                clock.instant(),
                clock.instant().plus(life),
                "jti",
                "gid",
                Optional.of(clock.instant()),
                Set.of("name"));
    }

    @ParameterizedTest
    @EnumSource
    void reads_what_it_wrote_each_time_alike(TokenFormat format) {
        AccessToken token = token(Duration.ofHours(1));
        String written = tokens.write(token, format).secret();
        assertThat(tokens.read(written)).contains(token);
        assertThat(tokens.read(written)).contains(token);
    }

    @ParameterizedTest
    @EnumSource
    void never_reads_a_changed_one_though_it_knows_the_true_one(TokenFormat format) {
        String written = tokens.write(token(Duration.ofHours(1)), format).secret();
        tokens.read(written);
        for (int at = 0; at < written.length() - 1; at += 9) {
            char other = written.charAt(at) == 'A' ? 'B' : 'A';
            String changed = written.substring(0, at) + other + written.substring(at + 1);
            assertThat(tokens.read(changed)).isEmpty();
            assertThat(tokens.read(changed)).isEmpty();
        }
    }

    @Test
    void a_jwt_that_it_knows_goes_with_its_key() {
        String written =
                tokens.write(token(Duration.ofDays(90)), TokenFormat.JWT).secret();
        assertThat(tokens.read(written)).isPresent();
        keys.rotateNow(EnumSet.allOf(JwsAlgorithm.class));
        assertThat(tokens.read(written)).isPresent();
        clock.pass(Duration.ofDays(31));
        keys.tick();
        assertThat(tokens.read(written)).isEmpty();
    }

    @Test
    void leaves_expiry_to_the_caller() {
        String written =
                tokens.write(token(Duration.ofMinutes(5)), TokenFormat.JWT).secret();
        tokens.read(written);
        clock.pass(Duration.ofMinutes(6));
        assertThat(tokens.read(written).orElseThrow().expiredAt(clock.instant()))
                .isTrue();
    }

    @Test
    void reads_no_other_jwt_of_ours_and_none_of_another_issuer() {
        byte[] claims = new JsonObject()
                .put("iss", "https://id.example")
                .put("sub", "usr_1")
                .bytes();
        assertThat(tokens.read(keys.sign(JwsAlgorithm.ES256, "JWT", claims))).isEmpty();
        String elsewhere = node("https://other.example")
                .write(token(Duration.ofHours(1)), TokenFormat.JWT)
                .secret();
        assertThat(tokens.read(elsewhere)).isEmpty();
    }
}
