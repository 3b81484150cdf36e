package dev.postern.platform;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Keys of the curve Ed25519 between their two forms: raw in a JSON Web Key (RFC 8037 section 2), in ASN.1 for the Java platform (RFC 8410
 * sections 4 and 7). Nimbus leaves that to another library.
 */
public final class Ed25519 {

    private static final int KEY_BYTES = 32;
    private static final byte[] PUBLIC_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] PRIVATE_HEAD = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private Ed25519() {}

    /** A new key pair as a JWK without any other member. */
    public static OctetKeyPair.Builder generate(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(255, random);
        KeyPair pair = generator.generateKeyPair();
        return new OctetKeyPair.Builder(Curve.Ed25519, raw(pair.getPublic().getEncoded()))
                .d(raw(pair.getPrivate().getEncoded()));
    }

    /** @throws GeneralSecurityException if it is not a key of this curve */
    public static PublicKey publicKey(OctetKeyPair key) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(joined(PUBLIC_HEAD, key.getX(), key)));
    }

    /** @throws GeneralSecurityException if it is not a private key of this curve */
    public static PrivateKey privateKey(OctetKeyPair key) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(joined(PRIVATE_HEAD, key.getD(), key)));
    }

    private static byte[] joined(byte[] head, Base64URL raw, OctetKeyPair key) throws GeneralSecurityException {
        byte[] bytes = raw.decode();
        if (!Curve.Ed25519.equals(key.getCurve()) || bytes.length != KEY_BYTES) {
            throw new java.security.InvalidKeyException("not a key of the curve Ed25519");
        }
        byte[] whole = Arrays.copyOf(head, head.length + KEY_BYTES);
        System.arraycopy(bytes, 0, whole, head.length, KEY_BYTES);
        return whole;
    }

    private static Base64URL raw(byte[] encoded) {
        return Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length));
    }
}
