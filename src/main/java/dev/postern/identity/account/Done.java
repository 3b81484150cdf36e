package dev.postern.identity.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person has just done, for the account page to confirm. */
enum Done {
    PASSWORD_CHANGED,
    SESSION_ENDED,
    OTHERS_ENDED;

    /** Empty for any other name. */
    static Optional<Done> of(String name) {
        return Arrays.stream(values()).filter(done -> done.name().equals(name)).findFirst();
    }

    String key() {
        return "account.done." + name().toLowerCase(Locale.ROOT);
    }
}
