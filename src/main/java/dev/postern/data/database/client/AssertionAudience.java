package dev.postern.data.database.client;

/** Whom a client's assertions may name as audience: RFC 7523 section 3, RFC 9700 section 2.5. */
public enum AssertionAudience {
    ISSUER,
    ISSUER_OR_TOKEN_ENDPOINT
}
