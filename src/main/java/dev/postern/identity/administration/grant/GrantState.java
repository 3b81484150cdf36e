package dev.postern.identity.administration.grant;

import java.util.Locale;

/** What a grant is good for. */
public enum GrantState {
    ACTIVE,
    REVOKED,
    EXPIRED,
    /** Nothing that was issued under it counts while its user is disabled. */
    USER_DISABLED,
    /** Nothing that was issued under it counts while its client is disabled. */
    CLIENT_DISABLED,
    CLIENT_REMOVED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
