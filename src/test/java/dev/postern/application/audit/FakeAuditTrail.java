package dev.postern.application.audit;

import dev.postern.data.StoreUnavailable;
import dev.postern.data.database.AuditRow;
import dev.postern.data.database.AuditTrail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An audit trail in memory that can go away, and refuses a statement that holds a poisonous row. */
final class FakeAuditTrail implements AuditTrail {

    static final String POISON = "poison";

    private final Map<String, AuditRow> rows = new LinkedHashMap<>();
    private boolean away;

    void goAway() {
        away = true;
    }

    List<AuditRow> rows() {
        return new ArrayList<>(rows.values());
    }

    @Override
    public int append(List<AuditRow> batch) {
        if (away) {
            throw new StoreUnavailable("Relational Database", new IllegalStateException());
        }
        if (batch.stream().anyMatch(row -> row.clientId().equals(POISON))) {
            throw new IllegalStateException("a statement failed with SQLState 22021");
        }
        int before = rows.size();
        batch.forEach(row -> rows.putIfAbsent(row.id(), row));
        return rows.size() - before;
    }

    @Override
    public List<AuditRow> newest(String traceId, String type, int limit) {
        return rows();
    }

    @Override
    public List<RecordedSignIn> signInsRecorded(Instant from, Instant until, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<SignIn, Long> signInsOfHour(Instant hour) {
        throw new UnsupportedOperationException();
    }
}
