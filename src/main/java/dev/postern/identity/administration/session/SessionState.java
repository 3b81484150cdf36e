package dev.postern.identity.administration.session;

import java.util.Locale;

/** What a session is that nobody has ended. */
public enum SessionState {
    IN_USE,
    /** Nobody has used it for so long that it has ended by itself. */
    IDLE,
    /** It counts as none while its user is disabled. */
    USER_DISABLED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
