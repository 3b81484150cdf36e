package dev.postern.data.database.client;

/** When a refresh token is issued. */
public enum RefreshPolicy {
    NEVER,
    WITH_OFFLINE_ACCESS,
    ALWAYS
}
