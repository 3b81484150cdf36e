package dev.postern.testing.fakes;

import dev.postern.data.database.User;
import dev.postern.data.database.Users;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Users in a map. */
public final class FakeUsers implements Users {

    private final Map<String, User> users = new ConcurrentHashMap<>();

    public static FakeUsers of(User... users) {
        FakeUsers fake = new FakeUsers();
        for (User user : users) {
            fake.save(user, "test");
        }
        return fake;
    }

    @Override
    public Optional<User> bySubject(String subject) {
        return Optional.ofNullable(users.get(subject));
    }

    @Override
    public Optional<User> byUsername(String username) {
        return users.values().stream()
                .filter(user -> user.username().equalsIgnoreCase(username))
                .findFirst();
    }

    @Override
    public void save(User user, String owner) {
        users.put(user.subject(), user);
    }

    @Override
    public void changePassword(String subject, String passwordHash) {
        users.computeIfPresent(
                subject,
                (key, user) ->
                        new User(key, user.username(), passwordHash, user.claims(), user.roles(), user.enabled()));
    }

    @Override
    public Optional<String> ownerOf(String subject) {
        return bySubject(subject).map(user -> "test");
    }

    @Override
    public List<String> ownedBy(String owner) {
        return List.copyOf(users.keySet());
    }

    @Override
    public boolean anyWithRole(String role) {
        return users.values().stream().anyMatch(user -> user.roles().contains(role));
    }

    @Override
    public DeviceSeen rememberDevice(String subject, String deviceHash, Instant now) {
        return DeviceSeen.KNOWN;
    }
}
