package dev.postern.data.database;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** People who can sign in. User names compare without case. */
public interface Users {

    Optional<User> bySubject(String subject);

    Optional<User> byUsername(String username);

    /** Creates or replaces. @throws IllegalStateException if the user name belongs to someone else */
    void save(User user, String owner);

    void changePassword(String subject, String passwordHash);

    Optional<String> ownerOf(String subject);

    List<String> ownedBy(String owner);

    boolean anyWithRole(String role);

    /**
     * Remembers a device of a user.
     *
     * @return what was known before, decided atomically by one insert
     */
    DeviceSeen rememberDevice(String subject, String deviceHash, Instant now);

    /** How a device was known before a sign-in. */
    enum DeviceSeen {
        /** The user never signed in before on any device. */
        FIRST_EVER,
        KNOWN,
        NEW
    }
}
