package dev.postern.identity.console.report;

import dev.postern.data.reporting.SignInFilter;
import dev.postern.identity.console.frame.Query;
import dev.postern.identity.console.frame.UtcTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;

/** What the form of the report holds, as it was typed. */
public record ReportQuery(String from, String until, String clientId, String outcome, String method) {

    private static final Duration USUAL = Duration.ofDays(7);

    static ReportQuery of(UnaryOperator<String> parameter) {
        return new ReportQuery(
                parameter.apply("from"),
                parameter.apply("until"),
                parameter.apply("client_id").strip(),
                parameter.apply("outcome"),
                parameter.apply("method").strip());
    }

    /** Whole hours. @throws dev.postern.identity.administration.change.AdministrationRefused if a time is none */
    SignInFilter filter(Instant now) {
        Instant end = UtcTime.read("until", until)
                .map(time -> time.plusSeconds(3599))
                .orElseGet(() -> now.plus(1, ChronoUnit.HOURS))
                .truncatedTo(ChronoUnit.HOURS);
        Instant begin = UtcTime.read("from", from)
                .map(time -> time.truncatedTo(ChronoUnit.HOURS))
                .orElseGet(() -> end.minus(USUAL));
        return new SignInFilter(begin, end, clientId, outcome, method);
    }

    String at(String path, String name, String value) {
        return Query.of(
                path,
                "from",
                from,
                "until",
                until,
                "client_id",
                clientId,
                "outcome",
                outcome,
                "method",
                method,
                name,
                value);
    }
}
