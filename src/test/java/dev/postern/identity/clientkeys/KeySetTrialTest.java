package dev.postern.identity.clientkeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.postern.identity.clientkeys.TriedKeySet.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of a key set: RFC 7517 sections 4 and 5. */
class KeySetTrialTest {

    @Test
    void each_key_is_named_with_what_it_serves_for() throws JOSEException {
        ECKey signing = new ECKeyGenerator(Curve.P_256).keyID("sign").generate().toPublicJWK();
        RSAKey encrypting = new RSAKeyGenerator(2048)
                .keyID("wrap")
                .keyUse(KeyUse.ENCRYPTION)
                .generate()
                .toPublicJWK();

        TriedKeySet tried = KeySetTrial.read(new JWKSet(List.of(signing, encrypting)).toString());

        assertThat(tried.serves()).isTrue();
        assertThat(tried.keys())
                .extracting(key -> key.id() + " " + key.type() + " " + key.use() + " " + key.serves())
                .containsExactly("sign EC P-256  [ES256]", "wrap RSA 2048 enc []");
    }

    @Test
    void a_private_key_is_seen_and_serves_for_nothing() throws JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();

        TriedKeySet tried = KeySetTrial.read(new JWKSet(key).toString(false));

        assertThat(tried.keys().get(0).secret()).isTrue();
        assertThat(tried.serves()).isFalse();
        assertThat(tried.toString()).doesNotContain(key.getD().toString());
    }

    @Test
    void what_is_no_key_set_is_called_that() {
        assertThat(KeySetTrial.read("<html>").failure()).contains(Failure.NO_KEY_SET);
        assertThat(KeySetTrial.read("{\"keys\":[]}").serves()).isFalse();
    }
}
