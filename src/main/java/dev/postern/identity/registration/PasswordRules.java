package dev.postern.identity.registration;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.postern.identity.rule.Breach;
import dev.postern.identity.rule.Rule;
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

    /** What a password breaks, or nothing if it is fine. */
    public static Optional<Breach> refuse(String password, String username) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(Rule.PASSWORD_SHORT.brokenBy(SHORTEST));
        }
        if (password.length() > LONGEST) {
            return Optional.of(Rule.PASSWORD_LONG.brokenBy(LONGEST));
        }
        if (!username.isEmpty() && password.toLowerCase(Locale.ROOT).equals(username.toLowerCase(Locale.ROOT))) {
            return Optional.of(Rule.PASSWORD_IS_NAME.brokenBy());
        }
        // The estimate's cost grows fast with the length; its verdict does not change beyond this one.
        String estimated = password.substring(0, Math.min(password.length(), LONGEST_ESTIMATED));
        int score =
                new Zxcvbn().measure(estimated, List.of(username, "postern")).getScore();
        return score < LEAST_SCORE ? Optional.of(Rule.PASSWORD_EASY.brokenBy()) : Optional.empty();
    }
}
