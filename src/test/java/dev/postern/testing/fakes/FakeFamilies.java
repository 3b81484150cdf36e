package dev.postern.testing.fakes;

import dev.postern.data.Insert;
import dev.postern.data.refreshtoken.NewFamily;
import dev.postern.data.refreshtoken.RefreshTokenFamily;
import dev.postern.data.refreshtoken.RefreshTokenStore;
import dev.postern.protocol.TokenValue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Refresh token families in a map under one lock; the tokens are readable: {@code rt-FAMILY-GENERATION}. */
public final class FakeFamilies implements RefreshTokenStore {

    private static final class Row {
        RefreshTokenFamily family;
        Instant rotatedAt = Instant.EPOCH;
        String request = "";
        NewFamily begun;
    }

    private final Map<String, Row> rows = new HashMap<>();

    /** How the latest family was begun. */
    public synchronized NewFamily latest() {
        return rows.get(Integer.toString(rows.size())).begun;
    }

    public synchronized int count() {
        return rows.size();
    }

    @Override
    public synchronized Beginning begin(NewFamily begun) {
        String id = Integer.toString(rows.size() + 1);
        Row row = new Row();
        row.begun = begun;
        row.family = new RefreshTokenFamily(
                id,
                begun.grantId(),
                begun.clientId(),
                begun.subject(),
                begun.sessionId(),
                begun.scope(),
                begun.resource(),
                begun.claims(),
                begun.offline(),
                begun.authTime(),
                begun.now(),
                begun.now().plus(begun.absoluteLifetime()),
                0,
                begun.now().plus(begun.idleLifetime()),
                false);
        rows.put(id, row);
        return new Beginning(token(id, 0), Insert.of("none"));
    }

    private static TokenValue token(String family, int generation) {
        return new TokenValue("rt-" + family + "-" + generation);
    }

    @Override
    public synchronized Optional<Presented> find(TokenValue token) {
        String[] parts = token.secret().split("-");
        return parts.length == 3 && rows.containsKey(parts[1])
                ? Optional.of(new Presented(rows.get(parts[1]).family, Integer.parseInt(parts[2]), token))
                : Optional.empty();
    }

    @Override
    public synchronized Optional<TokenValue> rotate(
            Presented token, String request, Duration idleLifetime, Instant now) {
        Row row = rows.get(token.family().id());
        if (!usable(row, token, now)) {
            return Optional.empty();
        }
        row.family = with(row.family, token.generation() + 1, now.plus(idleLifetime), false);
        row.rotatedAt = now;
        row.request = request;
        return Optional.of(token(row.family.id(), row.family.generation()));
    }

    @Override
    public synchronized Optional<TokenValue> repeat(Presented token, String request, Duration grace, Instant now) {
        Row row = rows.get(token.family().id());
        boolean same = row.family.generation() == token.generation() + 1
                && row.request.equals(request)
                && !row.family.revoked()
                && !row.rotatedAt.isBefore(now.minus(grace));
        return same ? Optional.of(token(row.family.id(), row.family.generation())) : Optional.empty();
    }

    @Override
    public synchronized boolean keep(Presented token, Duration idleLifetime, Instant now) {
        Row row = rows.get(token.family().id());
        if (!usable(row, token, now)) {
            return false;
        }
        row.family = with(row.family, token.generation(), now.plus(idleLifetime), false);
        return true;
    }

    private static boolean usable(Row row, Presented token, Instant now) {
        return row.family.generation() == token.generation()
                && !row.family.revoked()
                && now.isBefore(row.family.expiresAt())
                && now.isBefore(row.family.idleExpiresAt());
    }

    @Override
    public synchronized boolean revokeGrant(String grantId, String reason, Instant now) {
        boolean any = false;
        for (Row row : rows.values()) {
            if (row.family.grantId().equals(grantId) && !row.family.revoked()) {
                row.family = with(row.family, row.family.generation(), row.family.idleExpiresAt(), true);
                any = true;
            }
        }
        return any;
    }

    @Override
    public synchronized int revokeSession(String sessionId, String reason, Instant now) {
        return 0;
    }

    @Override
    public int purge(Instant now, int limit) {
        return 0;
    }

    private static RefreshTokenFamily with(
            RefreshTokenFamily family, int generation, Instant idleExpiresAt, boolean revoked) {
        return new RefreshTokenFamily(
                family.id(),
                family.grantId(),
                family.clientId(),
                family.subject(),
                family.sessionId(),
                family.scope(),
                family.resource(),
                family.claims(),
                family.offline(),
                family.authTime(),
                family.createdAt(),
                family.expiresAt(),
                generation,
                idleExpiresAt,
                revoked);
    }
}
