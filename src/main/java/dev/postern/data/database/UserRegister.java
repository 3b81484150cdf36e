package dev.postern.data.database;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users as administrators see them, always as they are in the database. Calls join the caller's transaction. */
public interface UserRegister {

    Optional<Registered<User>> find(String subject);

    /** Up to so many users whose names follow, in the order of their names. @param after a name as it is compared, empty to begin */
    List<Registered<User>> page(Search search, String after, int limit);

    /** Of which a list goes on: the name of a user as it is compared. */
    String key(User user);

    /** @return false if somebody has this name or subject already */
    boolean add(User user, String owner);

    /** Replaces the user if nobody has changed them since; one conditional update decides. @return false if somebody has */
    boolean replace(User user, Registered<User> seen);

    /** Replaces the password of a user who is enabled, if it still is the one that was seen; one conditional update decides. */
    boolean replacePassword(User seen, String passwordHash);

    /** Writes many at once, whatever was there. */
    void putAll(List<User> users, String owner);

    /** The subjects of an owner's users who are enabled. */
    List<String> enabledOwnedBy(String owner);

    /** What lists show of users, by subject; who is not there is left out. */
    Map<String, Person> people(Collection<String> subjects);

    /** Whose user name this is. */
    Optional<String> subjectNamed(String username);

    /** Whether anybody else has this name. */
    boolean isTaken(String username, String subject);

    /** A user as a list shows them. */
    record Person(String username, boolean enabled) {}

    /**
     * What is looked for; empty means anything.
     *
     * @param text part of a user name, display name or address, in any case
     */
    record Search(String text, String role, Optional<Boolean> enabled) {}
}
