package dev.postern.protocol;

import dev.postern.platform.Digests;

/** A token, code or other bearer secret as it goes over the wire. It never prints itself, and it is stored only as its hash. */
public record TokenValue(String secret) {

    /** base64url(SHA-256), the form in which it is stored and looked up. */
    public String hash() {
        return Digests.sha256(secret);
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
