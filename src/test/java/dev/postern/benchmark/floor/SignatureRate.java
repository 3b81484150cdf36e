package dev.postern.benchmark.floor;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Locale;

/** F3: how often one core signs with ES256, by the Java that runs the load generator, without any library. */
public final class SignatureRate {

    private static final long WARM_UP_NANOS = 3_000_000_000L;
    private static final long MEASURE_NANOS = 3_000_000_000L;
    private static final int MESSAGE_BYTES = 500;

    private SignatureRate() {}

    public static String run() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            rate(signature, WARM_UP_NANOS);
            double perSecond = rate(signature, MEASURE_NANOS);
            return String.format(
                    Locale.ROOT,
                    "%.0f signatures/s, %.3f ms each, provider %s",
                    perSecond,
                    1e3 / perSecond,
                    signature.getProvider().getName());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double rate(Signature signature, long duration) throws GeneralSecurityException {
        byte[] message = new byte[MESSAGE_BYTES];
        long begun = System.nanoTime();
        int count = 0;
        while (System.nanoTime() - begun < duration) {
            message[0]++;
            signature.update(message);
            signature.sign();
            count++;
        }
        return count / ((System.nanoTime() - begun) / 1e9);
    }
}
