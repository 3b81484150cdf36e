package dev.postern.data.database.client;

/** OpenID Connect Registration section 2: native clients may vary the loopback port (RFC 8252 section 7.3). */
public enum ApplicationType {
    WEB,
    NATIVE
}
