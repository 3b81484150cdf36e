package dev.postern.data.refreshtoken;

import dev.postern.platform.MasterKeys;
import dev.postern.platform.Service;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The text of refresh tokens: base64url(key version, 1 byte; family id, 16; generation, 4; secret, 32; tag, 16), 92 characters.
 *
 * <p>The tag is the first half of an HMAC-SHA256 over all before it, so that a forged token costs us no read. A successor's secret
 * is an HMAC-SHA256 of its predecessor: whoever has the key and the predecessor can make it again, nobody else.
 */
@Service
class TokenCodec {

    static final int FAMILY_ID_BYTES = 16;
    static final int SECRET_BYTES = 32;

    private static final int TAG_BYTES = 16;
    private static final int SIGNED_BYTES = 1 + FAMILY_ID_BYTES + Integer.BYTES + SECRET_BYTES;
    private static final String TAG = "refresh-token-tag";
    private static final String SUCCESSOR = "refresh-token-successor";

    private final MasterKeys masterKeys;

    @Inject
    TokenCodec(MasterKeys masterKeys) {
        this.masterKeys = masterKeys;
    }

    TokenValue write(TokenParts parts) {
        byte[] signed = ByteBuffer.allocate(SIGNED_BYTES)
                .put((byte) parts.keyVersion())
                .put(parts.familyId())
                .putInt(parts.generation())
                .put(parts.secret())
                .array();
        byte[] token = Arrays.copyOf(signed, SIGNED_BYTES + TAG_BYTES);
        System.arraycopy(tag(parts.keyVersion(), signed), 0, token, SIGNED_BYTES, TAG_BYTES);
        return new TokenValue(Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    /** Empty if we did not make this token, or made it under a master key that is gone. */
    Optional<TokenParts> read(TokenValue token) {
        byte[] bytes = decoded(token);
        if (bytes.length != SIGNED_BYTES + TAG_BYTES) {
            return Optional.empty();
        }
        int keyVersion = Byte.toUnsignedInt(bytes[0]);
        byte[] signed = Arrays.copyOf(bytes, SIGNED_BYTES);
        byte[] presentedTag = Arrays.copyOfRange(bytes, SIGNED_BYTES, bytes.length);
        if (!masterKeys.knows(keyVersion) || !MessageDigest.isEqual(tag(keyVersion, signed), presentedTag)) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(signed, 1, SIGNED_BYTES - 1);
        byte[] familyId = new byte[FAMILY_ID_BYTES];
        byte[] secret = new byte[SECRET_BYTES];
        fields.get(familyId);
        int generation = fields.getInt();
        fields.get(secret);
        return Optional.of(new TokenParts(keyVersion, familyId, generation, secret));
    }

    private static byte[] decoded(TokenValue token) {
        try {
            return Base64.getUrlDecoder().decode(token.secret());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private byte[] tag(int keyVersion, byte[] signed) {
        return Arrays.copyOf(MasterKeys.hmac(masterKeys.derive(TAG, keyVersion), signed), TAG_BYTES);
    }

    /** The one token that can follow the given one, under a version of the master key. */
    TokenValue successor(TokenValue predecessor, TokenParts parts, int keyVersion) {
        byte[] secret = MasterKeys.hmac(
                masterKeys.derive(SUCCESSOR, keyVersion), predecessor.secret().getBytes(StandardCharsets.UTF_8));
        return write(new TokenParts(keyVersion, parts.familyId(), parts.generation() + 1, secret));
    }

    int currentKeyVersion() {
        return masterKeys.currentVersion();
    }

    boolean knows(int keyVersion) {
        return masterKeys.knows(keyVersion);
    }
}
