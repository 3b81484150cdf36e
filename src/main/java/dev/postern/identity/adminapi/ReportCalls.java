package dev.postern.identity.adminapi;

import dev.postern.data.reporting.SignInFilter;
import dev.postern.data.reporting.SignInTotal.Dimension;
import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.download.FileFormat;
import dev.postern.identity.administration.report.SignInReports;
import dev.postern.identity.administration.report.SignInView;
import dev.postern.identity.rule.Rule;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Reports over HTTP. */
@Service
class ReportCalls {

    private static final Duration USUAL = Duration.ofDays(7);

    private final SignInReports reports;
    private final Clock clock;

    @Inject
    ReportCalls(SignInReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    Answer run(ReportOperation operation, Call call) {
        return switch (operation) {
            case READ_SIGN_INS ->
                Lists.of(reports.list(call.by(), filter(call), call.cursor(), call.limit()), SignInView::of);
            case EXPORT_SIGN_INS ->
                Answer.of(reports.download(call.by(), filter(call), FileFormat.named(call.text("format"))));
            case COUNT_SIGN_INS -> Lists.of(reports.totals(call.by(), filter(call), dimension(call)), SignInView::of);
        };
    }

    private SignInFilter filter(Call call) {
        Instant until = call.time("until").orElseGet(() -> clock.instant().plus(Duration.ofHours(1)));
        Instant from = call.time("from").orElseGet(() -> until.minus(USUAL));
        return new SignInFilter(from, until, call.text("client_id"), call.text("outcome"), call.text("method"));
    }

    private static Dimension dimension(Call call) {
        return switch (call.text("by")) {
            case "hour", "" -> Dimension.HOUR;
            case "client" -> Dimension.CLIENT;
            case "method" -> Dimension.METHOD;
            case "outcome" -> Dimension.OUTCOME;
            default -> throw AdministrationRefused.invalid("by", Rule.NOT_ONE_OF, "hour, client, method, outcome");
        };
    }
}
