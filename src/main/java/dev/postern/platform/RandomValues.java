package dev.postern.platform;

import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;

/** Identifiers and unguessable secrets, base64url without padding. */
@Service
public class RandomValues {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random;

    @Inject
    public RandomValues(SecureRandom random) {
        this.random = random;
    }

    /**
     * An identifier (22 characters): 48 bits of time in milliseconds before 80 random bits, as in a UUID of version 7 (RFC 9562 section 5.7).
     *
     * <p>Rows that are made at one time stand together in an index, however large the table is. It is unique, not a secret, and
     * tells when it was made.
     */
    public String identifier() {
        byte[] bytes = bytes(16);
        long now = System.currentTimeMillis();
        ByteBuffer.wrap(bytes).putShort((short) (now >>> 32)).putInt((int) now);
        return BASE64URL.encodeToString(bytes);
    }

    /** An unguessable value of 128 random bits (22 characters) that tells nothing. */
    public String nonce() {
        return ofBytes(16);
    }

    /** A secret of 256 random bits (43 characters). */
    public String secret() {
        return ofBytes(32);
    }

    public String ofBytes(int count) {
        return BASE64URL.encodeToString(bytes(count));
    }

    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
