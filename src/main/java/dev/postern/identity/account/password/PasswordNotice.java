package dev.postern.identity.account.password;

import java.util.Arrays;
import java.util.Locale;

/** What stands above a form that is shown again. */
enum PasswordNotice {
    NONE,
    WRONG_PASSWORD,
    TOO_MANY_TRIES,
    PASSWORDS_DIFFER,
    PASSWORD_TOO_WEAK;

    /** {@link #NONE} for any other name. */
    static PasswordNotice of(String name) {
        return Arrays.stream(values())
                .filter(notice -> notice.name().equals(name))
                .findFirst()
                .orElse(NONE);
    }

    String key() {
        return "password.notice." + name().toLowerCase(Locale.ROOT);
    }
}
