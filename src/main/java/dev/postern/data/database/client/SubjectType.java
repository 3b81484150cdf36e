package dev.postern.data.database.client;

/** Which subject a client is told: OpenID Connect Core section 8. */
public enum SubjectType {
    PUBLIC,
    PAIRWISE
}
