package dev.postern.identity.keys;

import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Optional;

/**
 * The one place where signatures are computed and verified.
 *
 * <p>A provider, if there is one, is used as an object and never installed for the whole server; without one the JDK's own serves.
 */
@Service
class Signatures {

    private final Optional<Provider> provider;

    @Inject
    Signatures() {
        this(Optional.empty());
    }

    Signatures(Optional<Provider> provider) {
        this.provider = provider;
    }

    byte[] sign(JwsAlgorithm algorithm, PrivateKey key, byte[] message) {
        try {
            Signature signature = signature(algorithm);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with " + algorithm, e);
        }
    }

    boolean verify(JwsAlgorithm algorithm, PublicKey key, byte[] message, byte[] presented) {
        try {
            Signature signature = signature(algorithm);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(presented);
        } catch (SignatureException e) {
            return false; // not even of the form of a signature
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot verify " + algorithm, e);
        }
    }

    private Signature signature(JwsAlgorithm algorithm) throws GeneralSecurityException {
        return provider.isPresent()
                ? Signature.getInstance(algorithm.signatureName(), provider.get())
                : Signature.getInstance(algorithm.signatureName());
    }
}
