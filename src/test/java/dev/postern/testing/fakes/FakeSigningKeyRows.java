package dev.postern.testing.fakes;

import dev.postern.data.database.SigningKeyRow;
import dev.postern.data.database.SigningKeyRows;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signing keys in a map. */
public final class FakeSigningKeyRows implements SigningKeyRows {

    private final Map<String, SigningKeyRow> rows = new LinkedHashMap<>();

    @Override
    public synchronized List<SigningKeyRow> all() {
        return List.copyOf(rows.values());
    }

    @Override
    public synchronized boolean add(SigningKeyRow row) {
        return rows.putIfAbsent(row.kid(), row) == null;
    }

    @Override
    public synchronized boolean move(String kid, SigningKeyRow.State from, SigningKeyRow.State to, Instant now) {
        SigningKeyRow row = rows.get(kid);
        if (row == null || row.state() != from) {
            return false;
        }
        rows.put(
                kid,
                new SigningKeyRow(
                        kid,
                        row.algorithm(),
                        to,
                        row.publicJwk(),
                        row.sealedPrivate(),
                        row.createdAt(),
                        to == SigningKeyRow.State.ACTIVE ? Optional.of(now) : row.activatedAt(),
                        to == SigningKeyRow.State.RETIRED ? Optional.of(now) : row.retiredAt()));
        return true;
    }

    @Override
    public synchronized void delete(String kid) {
        rows.remove(kid);
    }
}
