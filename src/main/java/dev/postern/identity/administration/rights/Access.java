package dev.postern.identity.administration.rights;

import java.util.Locale;

/** Looking, or changing. */
public enum Access {
    READ,
    WRITE;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
