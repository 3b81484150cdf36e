package dev.postern.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.CryptoProvider;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Native code and JDK are the same to everybody outside, whatever is presented to them. */
class SignaturesTest {

    private static final byte[] MESSAGE = "header.claims".getBytes(StandardCharsets.US_ASCII);

    private static final CryptoProvider NATIVE = CryptoProvider.ofPlatform();

    private final Signatures fast = new Signatures(NATIVE);
    private final Signatures plain = new Signatures(CryptoProvider.ofJdk());
    private final List<Signatures> both = List.of(fast, plain);
    private final Map<JwsAlgorithm, KeyPair> pairs = new EnumMap<>(JwsAlgorithm.class);

    SignaturesTest() throws Exception {
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(new ECGenParameterSpec("secp256r1"));
        pairs.put(JwsAlgorithm.ES256, curve.generateKeyPair());
        pairs.put(JwsAlgorithm.RS256, rsa());
        pairs.put(JwsAlgorithm.PS256, rsa());
        pairs.put(JwsAlgorithm.EDDSA, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    }

    private static KeyPair rsa() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private byte[] sign(Signatures signatures, JwsAlgorithm algorithm) {
        return signatures
                .signer(algorithm, "kid", pairs.get(algorithm).getPrivate())
                .sign(MESSAGE);
    }

    private boolean verify(Signatures signatures, JwsAlgorithm algorithm, byte[] message, byte[] presented) {
        return signatures.verifier(algorithm, pairs.get(algorithm).getPublic()).verify(message, presented);
    }

    @ParameterizedTest
    @EnumSource
    void each_believes_what_the_other_signed(JwsAlgorithm algorithm) {
        assertThat(verify(plain, algorithm, MESSAGE, sign(fast, algorithm))).isTrue();
        assertThat(verify(fast, algorithm, MESSAGE, sign(plain, algorithm))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void neither_believes_a_signature_of_another_message(JwsAlgorithm algorithm) {
        byte[] signature = sign(fast, algorithm);
        for (Signatures one : both) {
            assertThat(verify(one, algorithm, new byte[0], signature)).isFalse();
            byte[] changed = MESSAGE.clone();
            changed[3] ^= 1;
            assertThat(verify(one, algorithm, changed, signature)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void neither_believes_a_changed_signature(JwsAlgorithm algorithm) {
        byte[] signature = sign(fast, algorithm);
        for (int at = 0; at < signature.length; at += 7) {
            byte[] changed = signature.clone();
            changed[at] ^= 1;
            for (Signatures one : both) {
                assertThat(verify(one, algorithm, MESSAGE, changed)).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void neither_believes_what_has_not_the_form_of_a_signature(JwsAlgorithm algorithm) {
        byte[] signature = sign(fast, algorithm);
        List<byte[]> malformed = List.of(
                new byte[0],
                new byte[1],
                new byte[64], // ES256: r = s = 0
                filled(64),
                new byte[256],
                filled(256),
                Arrays.copyOf(signature, signature.length - 1),
                Arrays.copyOf(signature, signature.length + 1),
                new byte[100_000]);
        for (byte[] presented : malformed) {
            for (Signatures one : both) {
                assertThat(verify(one, algorithm, MESSAGE, presented)).isFalse();
            }
        }
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 0xff);
        return bytes;
    }

    /** JWS has r and s one after the other; what ASN.1 makes of them is no JWS signature. */
    @Test
    void neither_believes_an_es256_signature_in_der() throws Exception {
        var der = java.security.Signature.getInstance("SHA256withECDSA");
        der.initSign(pairs.get(JwsAlgorithm.ES256).getPrivate());
        der.update(MESSAGE);
        byte[] signature = der.sign();
        for (Signatures one : both) {
            assertThat(verify(one, JwsAlgorithm.ES256, MESSAGE, signature)).isFalse();
            assertThat(sign(one, JwsAlgorithm.ES256)).hasSize(64);
        }
    }

    @Test
    void neither_believes_another_key() throws Exception {
        byte[] signature = sign(fast, JwsAlgorithm.RS256);
        pairs.put(JwsAlgorithm.RS256, rsa());
        for (Signatures one : both) {
            assertThat(verify(one, JwsAlgorithm.RS256, MESSAGE, signature)).isFalse();
        }
    }

    @Test
    void a_translated_rsa_key_keeps_its_primes_which_make_it_fast() {
        assertThat(NATIVE.translated(pairs.get(JwsAlgorithm.RS256).getPrivate()))
                .isInstanceOf(RSAPrivateCrtKey.class);
    }

    @ParameterizedTest
    @EnumSource
    void one_signer_serves_many_threads(JwsAlgorithm algorithm) {
        Signer signer = fast.signer(algorithm, "kid", pairs.get(algorithm).getPrivate());
        boolean allGood = IntStream.range(0, 200).parallel().allMatch(number -> {
            byte[] message = ("message " + number).getBytes(StandardCharsets.US_ASCII);
            return verify(plain, algorithm, message, signer.sign(message));
        });
        assertThat(allGood).isTrue();
    }
}
