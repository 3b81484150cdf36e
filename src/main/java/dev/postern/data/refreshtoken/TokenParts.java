package dev.postern.data.refreshtoken;

/**
 * What a refresh token is made of.
 *
 * @param keyVersion the master key version of its tag and, for a successor, of its secret
 * @param familyId 128 random bits that appear nowhere but in the family's tokens and its row
 * @param secret 256 bits
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never printed
record TokenParts(int keyVersion, byte[] familyId, int generation, byte[] secret) {

    @Override
    public String toString() {
        return "[redacted]";
    }
}
