package dev.postern.identity.code;

import dev.postern.platform.RandomValues;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person reads from a device and types into a browser: RFC 8628 section 6.1. Eight letters of twenty, so that no word comes of them
 * and none looks like another: 34 bits, guarded by a limit of tries (section 5.1).
 *
 * @param letters the eight, in capitals
 */
public record UserCode(String letters) {

    private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";
    private static final int LENGTH = 8;
    private static final Pattern LETTERS = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern OTHERS = Pattern.compile("[^A-Z0-9]");
    private static final int LONGEST_TYPED = 64;

    /** The part of the values of a byte that falls on all letters alike. */
    private static final int FAIR = 256 / ALPHABET.length() * ALPHABET.length();

    static UserCode random(RandomValues random) {
        StringBuilder letters = new StringBuilder(LENGTH);
        while (letters.length() < LENGTH) {
            for (byte drawn : random.bytes(LENGTH)) {
                int value = drawn & 0xFF;
                if (value < FAIR && letters.length() < LENGTH) {
                    letters.append(ALPHABET.charAt(value % ALPHABET.length()));
                }
            }
        }
        return new UserCode(letters.toString());
    }

    /** As people type it: small letters, blanks and dashes wherever they like. Empty if it can be none. */
    public static Optional<UserCode> typed(String text) {
        if (text.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        String letters = OTHERS.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("");
        return LETTERS.matcher(letters).matches() ? Optional.of(new UserCode(letters)) : Optional.empty();
    }

    /** As it is shown: two groups of four. */
    public String shown() {
        return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
    }
}
