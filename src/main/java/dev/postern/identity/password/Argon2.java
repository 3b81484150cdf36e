package dev.postern.identity.password;

import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/** Computes Argon2id, version 1.3: RFC 9106. */
interface Argon2 {

    /**
     * @param memory in KiB
     * @param length of the result in bytes
     */
    byte[] hash(byte[] password, byte[] salt, int memory, int passes, int lanes, int length);

    /** The native library where it loads, else BouncyCastle. */
    static Argon2 best() {
        return orInJava(NativeArgon2::new);
    }

    /** What the loader gives if it works, else BouncyCastle. */
    static Argon2 orInJava(Supplier<Argon2> loader) {
        try {
            Argon2 library = loader.get();
            library.hash(new byte[] {1}, new byte[16], 64, 1, 1, 32);
            return library;
        } catch (LinkageError | RuntimeException noLibrary) {
            System.getLogger(Argon2.class.getName())
                    .log(Level.WARNING, "Passwords are hashed in Java, at twice the cost: {0}", noLibrary.toString());
            return new BouncyCastleArgon2();
        }
    }
}
