package dev.postern.platform;

import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.JWKGenerator;
import com.nimbusds.jose.proc.JWSVerifierFactory;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Signature;
import java.util.Optional;
import javax.crypto.Cipher;

/**
 * Who computes signatures and AES-GCM and makes keys: Amazon Corretto Crypto Provider (native code) where it loads, else the JDK.
 *
 * <p>It is an object of this application and never installed among the server's security providers. SHA-256 and HMAC stay with the JDK,
 * which is faster at short messages.
 */
@Service
public class CryptoProvider {

    private static final Logger LOG = System.getLogger(CryptoProvider.class.getName());

    private final Optional<Provider> nativeProvider;

    /** Loads a provider, or says why not. */
    @FunctionalInterface
    interface Loader {
        Provider load() throws NativeCrypto.NotLoaded;
    }

    @Inject
    public CryptoProvider(Settings settings, Metrics metrics) {
        this(settings.get(PlatformSettings.NATIVE_CRYPTO) ? loaded(NativeCrypto::load) : Optional.empty());
        LOG.log(Level.INFO, "Signatures are computed by {0}", name());
        metrics.info("postern_crypto_provider", "name", name());
    }

    private CryptoProvider(Optional<Provider> nativeProvider) {
        this.nativeProvider = nativeProvider;
    }

    /** The native provider, or the JDK where it does not load. */
    static CryptoProvider by(Loader loader) {
        return new CryptoProvider(loaded(loader));
    }

    /** The native provider where it loads. */
    public static CryptoProvider ofPlatform() {
        return by(NativeCrypto::load);
    }

    /** The JDK's own providers. */
    public static CryptoProvider ofJdk() {
        return new CryptoProvider(Optional.empty());
    }

    private static Optional<Provider> loaded(Loader loader) {
        try {
            return Optional.of(loader.load());
        } catch (NativeCrypto.NotLoaded e) {
            LOG.log(Level.WARNING, "Native cryptography is not used: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Name and version, for people. */
    public String name() {
        return nativeProvider
                .map(provider -> provider.getName() + " " + provider.getVersionStr())
                .orElse("JDK " + Runtime.version().feature());
    }

    /** What verifies JWSs by this provider, for keys and algorithms of any kind. */
    public JWSVerifierFactory verifiers() {
        DefaultJWSVerifierFactory verifiers = new DefaultJWSVerifierFactory();
        nativeProvider.ifPresent(verifiers.getJCAContext()::setProvider);
        return verifiers;
    }

    /**
     * The same generator, which makes RSA and EC keys by this provider. The JDK looks for the primes of an RSA key in Java, which a server that has just
     * started does slowly.
     */
    public <T extends JWK> JWKGenerator<T> generating(JWKGenerator<T> generator) {
        return nativeProvider.map(generator::provider).orElse(generator);
    }

    /** Empty: the JDK serves. */
    Optional<Provider> nativeProvider() {
        return nativeProvider;
    }

    public Signature signature(String algorithm) throws GeneralSecurityException {
        return nativeProvider.isPresent()
                ? Signature.getInstance(algorithm, nativeProvider.get())
                : Signature.getInstance(algorithm);
    }

    public Cipher cipher(String transformation) throws GeneralSecurityException {
        return nativeProvider.isPresent()
                ? Cipher.getInstance(transformation, nativeProvider.get())
                : Cipher.getInstance(transformation);
    }

    /**
     * The same key in the form that the provider works with: do it once for each key, since a signature would do it each time. Keys of a kind for
     * which the native provider offers no translation (Ed25519) stay as they are.
     */
    @SuppressWarnings("unchecked")
    public <K extends Key> K translated(K key) {
        if (nativeProvider.isEmpty() || nativeProvider.get().getService("KeyFactory", key.getAlgorithm()) == null) {
            return key;
        }
        try {
            return (K) KeyFactory.getInstance(key.getAlgorithm(), nativeProvider.get())
                    .translateKey(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a key for " + name() + ": " + key.getAlgorithm(), e);
        }
    }
}
