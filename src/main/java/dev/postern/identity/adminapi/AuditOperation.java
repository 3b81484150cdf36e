package dev.postern.identity.adminapi;

import static dev.postern.identity.administration.rights.Area.AUDIT;

/** Operations on the audit trail. */
enum AuditOperation implements Operation {
    LIST_AUDIT_EVENTS(Shape.get("/audit", AUDIT, "AuditEventList", "Lists audit events, newest first.")
            .query(
                    "from",
                    "until",
                    "type",
                    "outcome",
                    "subject",
                    "client_id",
                    "session_id",
                    "request_id",
                    "cursor",
                    "limit")),
    EXPORT_AUDIT_EVENTS(Shape.get(
                    "/audit/export", AUDIT, "AuditExport", "All audit events of a filter, as CSV or JSON Lines.")
            .query("format", "from", "until", "type", "outcome", "subject", "client_id", "session_id", "request_id")),
    READ_AUDIT_EVENT(Shape.get("/audit/{id}", AUDIT, "AuditEvent", "Reads an audit event."));

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts and of lists that nobody changes
    private final Shape shape;

    AuditOperation(Shape shape) {
        this.shape = shape;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public Answer run(AdminCalls calls, Call call) {
        return calls.audit().run(this, call);
    }
}
