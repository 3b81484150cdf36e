package dev.postern.identity.password;

/** Computes Argon2id, version 1.3: RFC 9106. */
interface Argon2 {

    /**
     * @param memory in KiB
     * @param length of the result in bytes
     */
    byte[] hash(byte[] password, byte[] salt, int memory, int passes, int lanes, int length);

    /** The native library where it loads, else BouncyCastle. */
    static Argon2 best() {
        try {
            Argon2 library = new NativeArgon2();
            library.hash(new byte[] {1}, new byte[16], 64, 1, 1, 32);
            return library;
        } catch (LinkageError | RuntimeException noLibrary) {
            return new BouncyCastleArgon2();
        }
    }
}
