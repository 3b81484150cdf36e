package dev.postern.identity.setup;

import dev.postern.data.database.User;
import dev.postern.data.database.Users;
import dev.postern.data.queue.Event;
import dev.postern.data.queue.Event.ConfigurationChanged;
import dev.postern.identity.password.Passwords;
import dev.postern.identity.password.ReadablePasswords;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.util.List;

/** Gives the user that {@code postern.reset-password} names a new random password at a start. */
@Service
class PasswordReset {

    private final Users users;
    private final Passwords passwords;
    private final ReadablePasswords readable;
    private final String username;

    @Inject
    PasswordReset(Users users, Passwords passwords, ReadablePasswords readable, Settings settings) {
        this.users = users;
        this.passwords = passwords;
        this.readable = readable;
        this.username = settings.get(SetupSettings.RESET_PASSWORD);
    }

    boolean isWanted() {
        return !username.isEmpty();
    }

    /** @return what to tell whoever started the server */
    String reset(List<Event> changes) {
        User user = users.byUsername(username)
                .orElseThrow(() -> new SetupRefused(
                        "setting postern.reset-password names a user who does not exist: " + username));
        String password = readable.make();
        users.changePassword(user.subject(), passwords.hash(password));
        changes.add(new ConfigurationChanged("user", username, "password reset", "postern.reset-password"));
        return " New password of " + user.username() + ": " + password
                + "\n It is shown once. Start without postern.reset-password from now on.";
    }
}
