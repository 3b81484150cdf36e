package dev.postern.identity.adminapi;

import dev.postern.data.database.AuditSearch.Filter;
import dev.postern.identity.administration.audit.AuditReading;
import dev.postern.identity.administration.audit.AuditView;
import dev.postern.identity.administration.download.FileFormat;
import dev.postern.platform.Service;
import jakarta.inject.Inject;

/** The audit trail over HTTP. */
@Service
class AuditCalls {

    private final AuditReading audit;

    @Inject
    AuditCalls(AuditReading audit) {
        this.audit = audit;
    }

    Answer run(AuditOperation operation, Call call) {
        return switch (operation) {
            case LIST_AUDIT_EVENTS ->
                Lists.of(audit.list(call.by(), filter(call), call.cursor(), call.limit()), AuditView::of);
            case EXPORT_AUDIT_EVENTS ->
                Answer.of(audit.download(call.by(), filter(call), FileFormat.named(call.text("format"))));
            case READ_AUDIT_EVENT -> Answer.of(200, AuditView.of(audit.find(call.by(), call.id("id"))));
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
}
