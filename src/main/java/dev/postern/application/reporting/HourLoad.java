package dev.postern.application.reporting;

import dev.postern.data.database.AuditTrail;
import dev.postern.data.reporting.ReportingStore;
import dev.postern.data.reporting.SignInMetric;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Loads one hour, in a transaction of its own: readers see the old numbers or the new ones. */
@Service
public class HourLoad {

    private final AuditTrail trail;
    private final ReportingStore store;

    @Inject
    public HourLoad(AuditTrail trail, ReportingStore store) {
        this.trail = trail;
        this.store = store;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void load(Instant hour) {
        List<SignInMetric> metrics = trail.signInsOfHour(hour).entrySet().stream()
                .map(counted -> new SignInMetric(
                        hour,
                        counted.getKey().clientId(),
                        counted.getKey().outcome(),
                        counted.getKey().method(),
                        counted.getValue()))
                .toList();
        store.replaceHour(hour, metrics);
    }
}
