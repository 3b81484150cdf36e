package dev.postern.identity.keys;

import dev.postern.platform.CryptoProvider;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Signs with one key: RFC 7515, section 7.1 for the compact form.
 *
 * <p>What is the same each time is kept: the encoded header of each type, and {@link Signature} objects that are initialised, as many as
 * there are threads that sign at once.
 */
final class Signer {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final CryptoProvider crypto;
    private final JwsAlgorithm algorithm;
    private final String kid;
    private final PrivateKey key;
    private final Map<String, byte[]> headers = new ConcurrentHashMap<>();
    private final Queue<Signature> idle = new ConcurrentLinkedQueue<>();

    Signer(CryptoProvider crypto, JwsAlgorithm algorithm, String kid, PrivateKey key) {
        this.crypto = crypto;
        this.algorithm = algorithm;
        this.kid = kid;
        this.key = key;
    }

    /** Header, claims and signature with dots between them. @param type the {@code typ} header: one of a few constants */
    String jws(String type, byte[] claims) {
        byte[] header = headers.computeIfAbsent(type, this::header);
        byte[] message = joined(header, BASE64URL.encode(claims));
        byte[] jws = joined(message, BASE64URL.encode(sign(message)));
        return new String(jws, StandardCharsets.ISO_8859_1);
    }

    private byte[] header(String type) {
        String header = "{\"alg\":\"" + algorithm.wire() + "\",\"typ\":\"" + type + "\",\"kid\":\"" + kid + "\"}";
        return BASE64URL.encode(header.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] joined(byte[] before, byte[] after) {
        byte[] both = Arrays.copyOf(before, before.length + 1 + after.length);
        both[before.length] = '.';
        System.arraycopy(after, 0, both, before.length + 1, after.length);
        return both;
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
        algorithm.configure(signature);
        signature.initSign(key);
        return signature;
    }
}
