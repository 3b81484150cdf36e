package dev.postern.testing.fakes;

import dev.postern.data.database.Consents;
import dev.postern.protocol.Scope;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Remembered consent in a map. */
public final class FakeConsents implements Consents {

    private final Map<String, Scope> granted = new HashMap<>();

    @Override
    public Optional<Scope> find(String subject, String clientId) {
        return Optional.ofNullable(granted.get(subject + " " + clientId));
    }

    @Override
    public void remember(String subject, String clientId, Scope scope, Instant now) {
        granted.merge(subject + " " + clientId, scope, Scope::plus);
    }

    @Override
    public boolean withdraw(String subject, String clientId) {
        return granted.remove(subject + " " + clientId) != null;
    }
}
