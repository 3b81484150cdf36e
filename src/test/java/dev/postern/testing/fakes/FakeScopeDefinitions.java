package dev.postern.testing.fakes;

import dev.postern.data.database.ScopeDefinition;
import dev.postern.data.database.ScopeDefinitions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Scopes in a map. */
public final class FakeScopeDefinitions implements ScopeDefinitions {

    private final Map<String, ScopeDefinition> scopes = new TreeMap<>();

    public static FakeScopeDefinitions of(String... names) {
        FakeScopeDefinitions fake = new FakeScopeDefinitions();
        for (String name : names) {
            fake.save(new ScopeDefinition(name, Map.of(), Set.of()), "test");
        }
        return fake;
    }

    /** openid, profile, email and offline_access, with a few of their claims. */
    public static FakeScopeDefinitions standard() {
        FakeScopeDefinitions fake = FakeScopeDefinitions.of("openid", "offline_access");
        fake.save(new ScopeDefinition("profile", Map.of(), Set.of("name", "updated_at")), "test");
        fake.save(new ScopeDefinition("email", Map.of(), Set.of("email", "email_verified")), "test");
        return fake;
    }

    @Override
    public Optional<ScopeDefinition> find(String name) {
        return Optional.ofNullable(scopes.get(name));
    }

    @Override
    public List<ScopeDefinition> all() {
        return List.copyOf(scopes.values());
    }

    @Override
    public void save(ScopeDefinition scope, String owner) {
        scopes.put(scope.name(), scope);
    }

    @Override
    public boolean delete(String name) {
        return scopes.remove(name) != null;
    }

    @Override
    public Optional<String> ownerOf(String name) {
        return find(name).map(scope -> "test");
    }

    @Override
    public List<String> ownedBy(String owner) {
        return List.copyOf(scopes.keySet());
    }
}
