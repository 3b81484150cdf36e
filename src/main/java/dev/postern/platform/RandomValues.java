package dev.postern.platform;

import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Base64;

/** Unguessable identifiers and secrets, base64url without padding. */
@Service
public class RandomValues {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random;

    @Inject
    public RandomValues(SecureRandom random) {
        this.random = random;
    }

    /** An identifier of 128 random bits (22 characters). */
    public String identifier() {
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
