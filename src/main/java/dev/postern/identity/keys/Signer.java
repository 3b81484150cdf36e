package dev.postern.identity.keys;

import dev.postern.platform.CryptoProvider;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Signs with one key. What was initialised is used again, as many at once as there are threads that sign. */
final class Signer {

    private final CryptoProvider crypto;
    private final JwsAlgorithm algorithm;
    private final PrivateKey key;
    private final Queue<Signature> idle = new ConcurrentLinkedQueue<>();

    Signer(CryptoProvider crypto, JwsAlgorithm algorithm, PrivateKey key) {
        this.crypto = crypto;
        this.algorithm = algorithm;
        this.key = key;
    }

    byte[] sign(byte[] message) {
        try {
            @Nullable Signature used = idle.poll();
            Signature signature = used == null ? initialised() : used;
            signature.update(message);
            byte[] result = signature.sign();
            idle.add(signature); // not after a failure: its state would be unknown
            return result;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with " + algorithm, e);
        }
    }

    private Signature initialised() throws GeneralSecurityException {
        Signature signature = crypto.signature(algorithm.signatureName());
        signature.initSign(key);
        return signature;
    }
}
