package dev.postern.identity.clientauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.platform.KeyedHashes;
import dev.postern.platform.MasterKeys;
import dev.postern.platform.RandomValues;
import dev.postern.protocol.ClientSecret;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** RFC 6749 section 2.3.1: what is kept of client secrets. */
class ClientSecretsTest {

    private static final byte[] KEY_ONE = new byte[32];
    private static final byte[] KEY_TWO = "2".repeat(32).getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private final ClientSecrets secrets = with(Map.of(1, KEY_ONE));

    private static ClientSecrets with(Map<Integer, byte[]> keys) {
        return new ClientSecrets(new KeyedHashes(new MasterKeys(keys)), new RandomValues(new SecureRandom()));
    }

    @Test
    void generated_ones_have_256_random_bits() {
        assertThat(secrets.generate().value()).matches("[A-Za-z0-9_-]{43}");
        assertThat(secrets.generate()).isNotEqualTo(secrets.generate());
    }

    @Test
    void supplied_ones_have_at_least_32_characters() {
        assertThat(secrets.hash(new ClientSecret("a".repeat(32)))).isNotEmpty();
        ClientSecret tooShort = new ClientSecret("a".repeat(31));
        assertThatThrownBy(() -> secrets.hash(tooShort)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_a_hash_is_kept_and_only_the_right_secret_has_it() {
        ClientSecret secret = secrets.generate();
        String hash = secrets.hash(secret);
        assertThat(hash).doesNotContain(secret.value());
        assertThat(secrets.matches(List.of(hash), secret)).isTrue();
        assertThat(secrets.matches(List.of(secrets.hash(secrets.generate()), hash), secret))
                .isTrue();
        assertThat(secrets.matches(List.of(hash), secrets.generate())).isFalse();
        assertThat(secrets.matches(List.of(), secret)).isFalse();
    }

    @Test
    void whoever_reads_the_hashes_but_not_the_master_key_cannot_try_secrets() {
        ClientSecret secret = secrets.generate();
        assertThat(with(Map.of(1, KEY_TWO)).matches(List.of(secrets.hash(secret)), secret))
                .isFalse();
    }

    @Test
    void a_new_master_key_leaves_the_hashes_good() {
        ClientSecret secret = secrets.generate();
        assertThat(with(Map.of(1, KEY_ONE, 2, KEY_TWO)).matches(List.of(secrets.hash(secret)), secret))
                .isTrue();
    }
}
