package dev.postern.data.database.client;

/** What protects the code: RFC 9700 section 2.1.1. The latter two are for confidential clients only. */
public enum PkcePolicy {
    REQUIRED,
    NONCE_INSTEAD,
    OPTIONAL
}
