package dev.postern.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.Signature;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CryptoProviderTest {

    private static final String PLATFORM =
            NativeCrypto.platform(System.getProperty("os.name"), System.getProperty("os.arch"));

    @Test
    void loads_native_code_where_there_is_some() {
        assumeThat(PLATFORM).startsWith("linux-");
        assertThat(CryptoProvider.ofPlatform().name()).startsWith("AmazonCorrettoCryptoProvider 2.5");
    }

    @Test
    void names_platforms_as_the_library_does() {
        assertThat(NativeCrypto.platform("Linux", "amd64")).isEqualTo("linux-x86_64");
        assertThat(NativeCrypto.platform("Linux", "aarch64")).isEqualTo("linux-aarch_64");
        assertThat(NativeCrypto.platform("Windows Server 2022", "amd64")).isEqualTo("windows_server_2022-x86_64");
    }

    @Test
    void the_servers_own_providers_stay_as_they_are() throws Exception {
        List<Provider> before = List.of(Security.getProviders());
        CryptoProvider ours = CryptoProvider.ofPlatform();
        ours.signature("SHA256withRSA");
        assertThat(Security.getProviders()).containsExactlyElementsOf(before);
        assertThat(Signature.getInstance("SHA256withRSA").getProvider().getName())
                .isNotEqualTo("AmazonCorrettoCryptoProvider");
    }

    @Test
    void a_second_deployment_in_the_same_server_loads_it_again() throws Exception {
        assumeThat(PLATFORM).startsWith("linux-");
        Provider first = NativeCrypto.load();
        Provider second = NativeCrypto.load();
        assertThat(second.getClass()).isNotSameAs(first.getClass());
        var pair = KeyPairGenerator.getInstance("EC", second).generateKeyPair();
        assertThat(pair.getPublic().getAlgorithm()).isEqualTo("EC");
    }

    @Test
    void makes_keys_that_the_jdk_can_use() throws Exception {
        assumeThat(PLATFORM).startsWith("linux-");
        RSAKeyGenerator generator = new RSAKeyGenerator(2048);
        RSAKey made =
                CryptoProvider.ofPlatform().generating(generator).generate().toRSAKey();
        assertThat(made.toRSAPrivateKey().getClass().getClassLoader()).isNull();
        assertThat(made.getModulus().decodeToBigInteger().bitLength()).isEqualTo(2048);
        assertThat(made.getPublicExponent().decodeToBigInteger()).isEqualTo(65_537);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(made.toRSAPrivateKey());
        byte[] signed = signature.sign();
        signature.initVerify(made.toRSAPublicKey());
        assertThat(signature.verify(signed)).isTrue();
    }

    @Test
    void whoever_signs_makes_the_keys() {
        CryptoProvider empty = CryptoProvider.by(() -> new Provider("empty", "1", "offers nothing") {});
        assertThatThrownBy(empty.generating(new RSAKeyGenerator(2048))::generate)
                .hasMessageContaining("no such algorithm: RSA for provider empty");
    }

    @Test
    void leaves_the_threads_class_loader_as_it_was() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        CryptoProvider.ofPlatform();
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void the_jdk_serves_where_the_library_does_not_load() throws Exception {
        CryptoProvider fallback = CryptoProvider.by(() -> {
            throw new NativeCrypto.NotLoaded("no such library", null);
        });
        assertThat(fallback.name()).startsWith("JDK ");
        assertThat(fallback.nativeProvider()).isEmpty();
        var pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
        Signature signature = fallback.signature("SHA256withECDSAinP1363Format");
        signature.initSign(fallback.translated(pair.getPrivate()));
        assertThat(signature.sign()).isNotEmpty();
    }

    @Test
    void the_jdk_serves_where_it_is_switched_off() {
        Metrics metrics = new Metrics();
        Settings off = Settings.of(Map.of(PlatformSettings.NATIVE_CRYPTO.key(), "false"));
        assertThat(new CryptoProvider(off, metrics).nativeProvider()).isEmpty();
        assertThat(metrics.openMetrics()).contains("postern_crypto_provider_info{name=\"JDK ");
    }

    @Test
    void the_metrics_say_which_one_is_used() {
        Metrics metrics = new Metrics();
        CryptoProvider used = new CryptoProvider(Settings.of(Map.of()), metrics);
        assertThat(metrics.openMetrics()).contains("postern_crypto_provider_info{name=\"" + used.name() + "\"} 1");
    }

    @Test
    void a_key_of_another_kind_stays_as_it_is() throws Exception {
        var pair = KeyPairGenerator.getInstance("DSA").generateKeyPair();
        assertThat(CryptoProvider.ofPlatform().translated(pair.getPublic())).isSameAs(pair.getPublic());
    }

    @Test
    void what_one_seals_the_other_opens_and_a_changed_seal_neither() {
        MasterKeys keys = new MasterKeys(Map.of(1, new byte[32]));
        RandomValues random = new RandomValues(new SecureRandom());
        Sealer fast = new Sealer(keys, random, CryptoProvider.ofPlatform());
        Sealer plain = new Sealer(keys, random, CryptoProvider.ofJdk());
        String sealed = fast.seal("test", "text");
        assertThat(plain.open("test", sealed)).contains("text");
        assertThat(fast.open("test", plain.seal("test", "other text"))).contains("other text");
        char last = sealed.charAt(20);
        String changed = sealed.substring(0, 20) + (last == 'A' ? 'B' : 'A') + sealed.substring(21);
        assertThat(plain.open("test", changed)).isEmpty();
        assertThat(fast.open("test", changed)).isEmpty();
        assertThat(fast.open("another purpose", sealed)).isEmpty();
        assertThat(fast.open("test", sealed.substring(0, 30))).isEmpty();
    }
}
