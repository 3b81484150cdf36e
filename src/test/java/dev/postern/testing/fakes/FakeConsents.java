package dev.postern.testing.fakes;

import dev.postern.data.database.Consent;
import dev.postern.data.database.Consents;
import dev.postern.data.database.Permissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembered consent in a map. */
public final class FakeConsents implements Consents {

    private final Map<String, Permissions> granted = new HashMap<>();

    @Override
    public Optional<Permissions> find(String subject, String clientId) {
        return Optional.ofNullable(granted.get(subject + " " + clientId));
    }

    @Override
    public List<Consent> of(String subject) {
        return granted.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(subject + " "))
                .map(entry ->
                        new Consent(entry.getKey().substring(subject.length() + 1), entry.getValue(), Instant.EPOCH))
                .sorted(Comparator.comparing(Consent::clientId))
                .toList();
    }

    @Override
    public void remember(String subject, String clientId, Permissions given, Instant now) {
        granted.merge(subject + " " + clientId, given, Permissions::plus);
    }

    @Override
    public boolean withdraw(String subject, String clientId) {
        return granted.remove(subject + " " + clientId) != null;
    }
}
