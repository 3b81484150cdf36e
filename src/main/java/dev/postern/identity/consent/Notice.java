package dev.postern.identity.consent;

import java.util.Locale;

/** What a screen says above its form when it is shown again. */
public enum Notice {
    NONE,
    WRONG_CREDENTIALS,
    TOO_MANY_TRIES,
    SIGN_IN_AGAIN,
    USERNAME_NOT_USABLE,
    PASSWORDS_DIFFER,
    PASSWORD_TOO_WEAK;

    public boolean shown() {
        return this != NONE;
    }

    /** The key of its words. */
    public String key() {
        return "notice." + name().toLowerCase(Locale.ROOT);
    }
}
