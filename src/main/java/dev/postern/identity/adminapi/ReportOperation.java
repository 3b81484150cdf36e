package dev.postern.identity.adminapi;

import static dev.postern.identity.administration.rights.Area.REPORTS;

/** Operations on the reports. */
enum ReportOperation implements Operation {
    READ_SIGN_INS(Shape.get(
                    "/reports/sign-ins",
                    REPORTS,
                    "SignInList",
                    "Counts sign-ins by hour, client, outcome and method, newest hour first; seven days unless said"
                            + " otherwise.")
            .query("from", "until", "client_id", "outcome", "method", "cursor", "limit")),
    EXPORT_SIGN_INS(
            Shape.get("/reports/sign-ins/export", REPORTS, "SignInExport", "All of a report, as CSV or JSON Lines.")
                    .query("format", "from", "until", "client_id", "outcome", "method")),
    COUNT_SIGN_INS(Shape.get(
                    "/reports/sign-ins/totals",
                    REPORTS,
                    "SignInTotals",
                    "Adds up sign-ins by hour, client, method or outcome.")
            .query("by", "from", "until", "client_id", "outcome", "method"));

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts and of lists that nobody changes
    private final Shape shape;

    ReportOperation(Shape shape) {
        this.shape = shape;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public Answer run(AdminCalls calls, Call call) {
        return calls.reports().run(this, call);
    }
}
