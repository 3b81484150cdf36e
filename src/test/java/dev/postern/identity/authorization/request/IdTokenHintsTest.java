package dev.postern.identity.authorization.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.identity.keys.JwsAlgorithm;
import dev.postern.identity.keys.SigningKeys;
import dev.postern.identity.keys.TestSigningKeys;
import dev.postern.platform.Issuer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTokenHintsTest {

    private static final String CLAIMS =
            "{\"iss\":\"https://as.test\",\"sub\":\"usr_1\",\"aud\":\"web\",\"sid\":\"s1\",\"exp\":1}";

    private final SigningKeys keys = TestSigningKeys.make();
    private final IdTokenHints hints = new IdTokenHints(keys, new Issuer("https://as.test", ""));

    static IdTokenHints hints() {
        return new IdTokenHints(TestSigningKeys.make(), new Issuer("https://as.test", ""));
    }

    @Test
    void an_expired_id_token_of_ours_serves() {
        assertThat(hints.read(sign("JWT", CLAIMS))).contains(new IdTokenHints.Hint("usr_1", "s1", "web"));
    }

    @Test
    void an_access_token_of_ours_does_not() {
        assertThat(hints.read(sign("at+jwt", CLAIMS))).isEmpty();
    }

    @Test
    void another_issuers_token_does_not() {
        assertThat(hints.read(sign("JWT", CLAIMS.replace("as.test", "evil.test"))))
                .isEmpty();
    }

    @Test
    void a_changed_token_does_not() {
        String token = sign("JWT", CLAIMS);
        String[] parts = token.split("\\.");
        String other = sign("JWT", CLAIMS.replace("usr_1", "usr_2")).split("\\.")[1];

        assertThat(hints.read(parts[0] + "." + other + "." + parts[2])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "..", "bnVsbA.bnVsbA.bnVsbA", "e30.e30.", "a.b.c.d", "!.!.!", "W10.W10.AA"})
    void rubbish_does_not_and_breaks_nothing(String token) {
        assertThat(hints.read(token)).isEmpty();
    }

    private String sign(String type, String claims) {
        return keys.sign(JwsAlgorithm.ES256, type, claims.getBytes(StandardCharsets.UTF_8));
    }
}
