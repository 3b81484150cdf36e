package dev.postern.identity.account.password;

import dev.postern.data.database.User;
import dev.postern.identity.account.visitor.Visitor;
import dev.postern.identity.authorization.LoginThrottle;
import dev.postern.identity.credential.PasswordReplacement;
import dev.postern.identity.password.Passwords;
import dev.postern.identity.password.PasswordsBusy;
import dev.postern.identity.registration.PasswordRules;
import dev.postern.platform.Service;
import jakarta.inject.Inject;

/** A person sets another password and proves with the old one that it is them, under the limits of signing in. */
@Service
class PasswordChange {

    private final LoginThrottle throttle;
    private final Passwords passwords;
    private final PasswordReplacement replacement;

    @Inject
    PasswordChange(LoginThrottle throttle, Passwords passwords, PasswordReplacement replacement) {
        this.throttle = throttle;
        this.passwords = passwords;
        this.replacement = replacement;
    }

    /** @return {@link PasswordNotice#NONE} if it was changed */
    PasswordNotice change(Visitor visitor, String old, String password, String again) {
        User user = visitor.user();
        if (!password.equals(again)) {
            return PasswordNotice.PASSWORDS_DIFFER;
        }
        if (PasswordRules.refuse(password, user.username()).isPresent()) {
            return PasswordNotice.PASSWORD_TOO_WEAK;
        }
        if (!throttle.admitsAddress() || !throttle.admitsAccount(user.username())) {
            return PasswordNotice.TOO_MANY_TRIES;
        }
        if (!isRight(old, user)) {
            throttle.failed();
            return PasswordNotice.WRONG_PASSWORD;
        }
        throttle.succeeded(user.username());
        boolean replaced =
                replacement.byPerson(user, password, visitor.session().id());
        return replaced ? PasswordNotice.NONE : PasswordNotice.WRONG_PASSWORD;
    }

    private boolean isRight(String old, User user) {
        try {
            return passwords.verify(old, user.passwordHash());
        } catch (PasswordsBusy busy) {
            throttle.undecided(user.username());
            throw busy;
        }
    }
}
