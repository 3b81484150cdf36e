package dev.postern.data.database.client;

/** What happens to a refresh token that is used. KEEP is refused for public clients. */
public enum RefreshUse {
    ROTATE,
    KEEP
}
