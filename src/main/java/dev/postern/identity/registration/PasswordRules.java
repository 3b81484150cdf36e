package dev.postern.identity.registration;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which passwords a user may have: length first (NIST SP 800-63B section 3.1.1.2), then an estimate of how soon it is guessed. */
public final class PasswordRules {

    public static final int SHORTEST = 12;
    public static final int LONGEST = 256;

    /** Of 0 to 4: at least 10^8 guesses. */
    private static final int LEAST_SCORE = 3;

    private static final int LONGEST_ESTIMATED = 72;

    private PasswordRules() {}

    /** The reason why a password is refused, or nothing if it is not. */
    public static Optional<String> refuse(String password, String username) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("must have at least " + SHORTEST + " characters");
        }
        if (password.length() > LONGEST) {
            return Optional.of("must have at most " + LONGEST + " characters");
        }
        if (!username.isEmpty() && password.toLowerCase(Locale.ROOT).equals(username.toLowerCase(Locale.ROOT))) {
            return Optional.of("must not be the user name");
        }
        // The estimate's cost grows fast with the length; its verdict does not change beyond this one.
        String estimated = password.substring(0, Math.min(password.length(), LONGEST_ESTIMATED));
        int score =
                new Zxcvbn().measure(estimated, List.of(username, "postern")).getScore();
        return score < LEAST_SCORE ? Optional.of("is too easy to guess; try four words") : Optional.empty();
    }
}
