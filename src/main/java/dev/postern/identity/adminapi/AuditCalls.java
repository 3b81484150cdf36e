package dev.postern.identity.adminapi;

import dev.postern.data.database.AuditSearch.Filter;
import dev.postern.data.reporting.SignInMetric;
import dev.postern.identity.administration.audit.AuditReading;
import dev.postern.identity.administration.audit.AuditView;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The audit trail and the reports over HTTP; exports are streamed by {@link AuditExport}. */
@Service
class AuditCalls {

    private static final Duration USUAL_REPORT = Duration.ofDays(7);

    private final AuditReading audit;
    private final AuditExport export;
    private final Clock clock;

    @Inject
    AuditCalls(AuditReading audit, AuditExport export, Clock clock) {
        this.audit = audit;
        this.export = export;
        this.clock = clock;
    }

    Answer run(AuditOperation operation, Call call) {
        return switch (operation) {
            case LIST_AUDIT_EVENTS ->
                Lists.of(audit.list(call.by(), filter(call), call.cursor(), call.limit()), AuditView::of);
            case EXPORT_AUDIT_EVENTS -> export.of(call, filter(call));
            case READ_SIGN_INS -> signIns(call);
        };
    }

    private static Filter filter(Call call) {
        return new Filter(
                call.time("from"),
                call.time("until"),
                call.text("type"),
                call.text("outcome"),
                call.text("subject"),
                call.text("client_id"),
                call.text("session_id"),
                call.text("request_id"));
    }

    private Answer signIns(Call call) {
        Instant until = call.time("until").orElseGet(() -> clock.instant().plus(Duration.ofHours(1)));
        Instant from = call.time("from").orElseGet(() -> until.minus(USUAL_REPORT));
        return Lists.of(audit.signIns(call.by(), from, until), AuditCalls::shown);
    }

    private static Map<String, Object> shown(SignInMetric metric) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("hour", metric.hour().toString());
        view.put("client_id", metric.clientId());
        view.put("outcome", metric.outcome());
        view.put("method", metric.method());
        view.put("sign_ins", metric.signIns());
        return view;
    }
}
