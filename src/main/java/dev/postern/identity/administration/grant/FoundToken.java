package dev.postern.identity.administration.grant;

import java.util.Locale;
import java.util.Optional;

/**
 * What a token that somebody has pasted is.
 *
 * @param counts whether it is good for anything now
 * @param generation of a refresh token: its place in the chain, from 0
 */
public record FoundToken(ListedGrant grant, Kind kind, boolean counts, Optional<Integer> generation) {

    /** Which of the two. */
    public enum Kind {
        ACCESS_TOKEN,
        REFRESH_TOKEN;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
