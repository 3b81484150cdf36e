package dev.postern.testing.fakes;

import dev.postern.data.Insert;
import dev.postern.data.database.Grant;
import dev.postern.data.database.Grants;
import dev.postern.data.database.Participation;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Grants in maps under one lock. */
public final class FakeGrants implements Grants {

    private final Map<String, Grant> byId = new HashMap<>();
    private final Map<String, Grant> byCode = new HashMap<>();
    private final Set<String> revoked = new HashSet<>();

    @Override
    public synchronized boolean createOnce(Grant grant, String codeHash) {
        if (byCode.putIfAbsent(codeHash, grant) != null) {
            return false;
        }
        byId.put(grant.id(), grant);
        return true;
    }

    /** {@link FakeFamilies} have stored the family already. */
    @Override
    public boolean createOnce(Grant grant, String codeHash, Insert family) {
        return createOnce(grant, codeHash);
    }

    @Override
    public synchronized Optional<Grant> find(String grantId) {
        return Optional.ofNullable(byId.get(grantId));
    }

    @Override
    public synchronized Optional<Grant> ofCode(String codeHash) {
        return Optional.ofNullable(byCode.get(codeHash));
    }

    @Override
    public synchronized boolean revoke(String grantId, String reason, Instant now) {
        return byId.containsKey(grantId) && revoked.add(grantId);
    }

    @Override
    public synchronized List<String> revokeOfSession(String sessionId, String reason, Instant now) {
        return byId.values().stream()
                .filter(grant -> grant.sessionId().equals(sessionId) && !grant.offline())
                .map(Grant::id)
                .filter(revoked::add)
                .toList();
    }

    @Override
    public synchronized List<String> revokeOfClient(String subject, String clientId, String reason, Instant now) {
        return byId.values().stream()
                .filter(grant ->
                        grant.subject().equals(subject) && grant.clientId().equals(clientId))
                .map(Grant::id)
                .filter(revoked::add)
                .toList();
    }

    @Override
    public synchronized List<String> revokeOfOtherSessions(String subject, String kept, String reason, Instant now) {
        return byId.values().stream()
                .filter(grant ->
                        grant.subject().equals(subject) && !grant.sessionId().equals(kept))
                .map(Grant::id)
                .filter(revoked::add)
                .toList();
    }

    @Override
    public synchronized List<Participation> participants(String sessionId) {
        return byId.values().stream()
                .filter(grant -> grant.sessionId().equals(sessionId))
                .map(FakeGrants::participation)
                .distinct()
                .toList();
    }

    @Override
    public synchronized List<Participation> participations(String subject, String clientId) {
        return byId.values().stream()
                .filter(grant ->
                        grant.subject().equals(subject) && grant.clientId().equals(clientId))
                .filter(grant -> !revoked.contains(grant.id()))
                .map(FakeGrants::participation)
                .distinct()
                .toList();
    }

    private static Participation participation(Grant grant) {
        return new Participation(grant.clientId(), grant.subject(), grant.sessionId());
    }

    @Override
    public void keepOfSession(String sessionId, Instant until) {
        // nothing is purged here
    }

    @Override
    public synchronized void revokeToken(String tokenId, Instant expiresAt) {
        revoked.add(tokenId);
    }

    @Override
    public synchronized boolean isRevoked(String grantId, String tokenId, String subject) {
        return revoked.contains(grantId) || revoked.contains(tokenId);
    }

    @Override
    public int purge(Instant now, int limit) {
        return 0;
    }
}
