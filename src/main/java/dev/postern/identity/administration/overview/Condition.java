package dev.postern.identity.administration.overview;

import java.util.Locale;

/** How something is, the worst last. */
public enum Condition {
    /** It is not ours to ask. */
    UNKNOWN,
    /** Settings leave it out. */
    OFF,
    GOOD,
    /** It does its work, but somebody should look. */
    WATCH,
    BAD;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean needsAttention() {
        return this == WATCH || this == BAD;
    }
}
