package dev.postern.platform;

import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals text with AES-256-GCM under the master key, so that only we can read it and nobody can change it.
 *
 * <p>The sealed form is base64url(version, 12 random bytes, ciphertext and tag). The purpose is part of the key: what was sealed
 * for one purpose does not open for another.
 */
@Service
public class Sealer {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final MasterKeys masterKeys;
    private final RandomValues random;
    private final CryptoProvider crypto;

    @Inject
    public Sealer(MasterKeys masterKeys, RandomValues random, CryptoProvider crypto) {
        this.masterKeys = masterKeys;
        this.random = random;
        this.crypto = crypto;
    }

    public String seal(String purpose, String text) {
        int version = masterKeys.currentVersion();
        byte[] nonce = random.bytes(NONCE_BYTES);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, purpose, version, nonce, text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        byte[] message = ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                .put((byte) version)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(message);
    }

    /** Empty if the text was not sealed by us for this purpose, or was changed. */
    public Optional<String> open(String purpose, String sealed) {
        byte[] message;
        try {
            message = Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (message.length < 1 + NONCE_BYTES + TAG_BITS / 8 || !masterKeys.knows(Byte.toUnsignedInt(message[0]))) {
            return Optional.empty();
        }
        byte[] nonce = java.util.Arrays.copyOfRange(message, 1, 1 + NONCE_BYTES);
        byte[] body = java.util.Arrays.copyOfRange(message, 1 + NONCE_BYTES, message.length);
        return run(Cipher.DECRYPT_MODE, purpose, Byte.toUnsignedInt(message[0]), nonce, body)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private Optional<byte[]> run(int mode, String purpose, int version, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = crypto.cipher("AES/GCM/NoPadding");
            SecretKeySpec key = new SecretKeySpec(masterKeys.derive(purpose, version), "AES");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return Optional.of(cipher.doFinal(input));
        } catch (javax.crypto.AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }
}
