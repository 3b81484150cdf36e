package dev.postern.identity.adminapi;

import static dev.postern.identity.administration.rights.Area.AUDIT;
import static dev.postern.identity.administration.rights.Area.REPORTS;

/** Operations on the audit trail and the reports. */
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
    READ_SIGN_INS(Shape.get(
                    "/reports/sign-ins",
                    REPORTS,
                    "SignInReport",
                    "Counts sign-ins by hour, client, method and outcome; seven days unless said otherwise.")
            .query("from", "until"));

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts and of lists that nobody changes
    private final Shape shape;

    AuditOperation(Shape shape) {
        this.shape = shape;
    }

    @Override
    public Shape shape() {
        return shape;
    }
}
