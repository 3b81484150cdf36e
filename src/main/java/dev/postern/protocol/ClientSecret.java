package dev.postern.protocol;

/** A client secret as presented (RFC 6749 section 2.3.1). It never prints itself. */
public record ClientSecret(String value) {

    @Override
    public String toString() {
        return "[redacted]";
    }
}
