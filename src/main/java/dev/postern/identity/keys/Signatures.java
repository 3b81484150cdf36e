package dev.postern.identity.keys;

import dev.postern.platform.CryptoProvider;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;

/** The one place where our signatures are computed and verified, by whatever provider the platform has. */
@Service
class Signatures {

    private final CryptoProvider crypto;

    @Inject
    Signatures(CryptoProvider crypto) {
        this.crypto = crypto;
    }

    /** What signs with this key; keep it, since making it costs as much as many signatures. */
    Signer signer(JwsAlgorithm algorithm, String kid, PrivateKey key) {
        return new Signer(crypto, algorithm, kid, crypto.translated(key));
    }

    /** What verifies with this key; keep it too. */
    Verifier verifier(JwsAlgorithm algorithm, PublicKey key) {
        PublicKey translated = crypto.translated(key);
        return (message, presented) -> verify(algorithm, translated, message, presented);
    }

    /** Verifies with one key. */
    @FunctionalInterface
    interface Verifier {
        boolean verify(byte[] message, byte[] presented);
    }

    private boolean verify(JwsAlgorithm algorithm, PublicKey key, byte[] message, byte[] presented) {
        try {
            Signature signature = crypto.signature(algorithm.signatureName());
            algorithm.configure(signature);
            signature.initVerify(key);
            signature.update(message);
            return algorithm.hasLengthOf(presented) && signature.verify(presented);
        } catch (SignatureException e) {
            return false; // not even of the form of a signature
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot verify " + algorithm, e);
        }
    }
}
