package dev.postern.platform;

import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;

/** Identifiers and unguessable secrets, base64url without padding. */
@Service
public class RandomValues {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private static final int DRAWN_BYTES = 10;
    private static final int DRAWN_AHEAD_BYTES = 100 * DRAWN_BYTES;

    private final SecureRandom random;
    private final ThreadLocal<ByteBuffer> drawnAhead =
            ThreadLocal.withInitial(() -> ByteBuffer.allocate(DRAWN_AHEAD_BYTES).limit(0));

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
        return BASE64URL.encodeToString(identifierBytes());
    }

    /** The 16 bytes of an {@link #identifier()}. */
    public byte[] identifierBytes() {
        byte[] bytes = new byte[16];
        long now = System.currentTimeMillis();
        ByteBuffer.wrap(bytes).putShort((short) (now >>> 32)).putInt((int) now).put(drawn());
        return bytes;
    }

    /** Random bytes that were drawn ahead, since asking for few costs nearly as much as asking for many. Never for a secret. */
    private byte[] drawn() {
        ByteBuffer ahead = drawnAhead.get();
        if (ahead.remaining() < DRAWN_BYTES) {
            ahead.clear().put(bytes(DRAWN_AHEAD_BYTES)).flip();
        }
        byte[] drawn = new byte[DRAWN_BYTES];
        ahead.get(drawn);
        return drawn;
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
