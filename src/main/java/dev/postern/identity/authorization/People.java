package dev.postern.identity.authorization;

import dev.postern.data.database.User;
import java.util.Optional;

/** What people are called on their own screens. */
final class People {

    private People() {}

    static String name(Optional<User> user) {
        return user.map(User::displayName).orElse("");
    }
}
