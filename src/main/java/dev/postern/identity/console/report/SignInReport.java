package dev.postern.identity.console.report;

import dev.postern.data.reporting.SignInFilter;
import dev.postern.data.reporting.SignInTotal;
import dev.postern.data.reporting.SignInTotal.Dimension;
import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.report.SignInReports;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Outcome;
import dev.postern.identity.console.frame.UtcTime;
import dev.postern.page.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sign-ins by hour, client, method and outcome: {@code /console/reports}. */
@Named
@RequestScoped
public class SignInReport {

    private static final String PAGE = "/console/reports";
    private static final int MOST_SHOWN = 50;

    @Inject
    SignInReports reports;

    @Inject
    Frame frame;

    @Inject
    Outcome outcome;

    @Inject
    Clock clock;

    private ReportQuery query = ReportQuery.of(name -> "");
    private List<SignInTotal> hours = List.of();
    private HourChart chart = new HourChart(List.of(), 0);
    private List<Share> clients = List.of();
    private List<Share> methods = List.of();
    private List<Share> outcomes = List.of();
    private Optional<Instant> countedUntil = Optional.empty();
    private String from = "";
    private String until = "";
    private String problem = "";

    public void open() {
        query = ReportQuery.of(frame::parameter);
        countedUntil = reports.countedUntil(frame.by());
        try {
            load(query.filter(clock.instant()));
        } catch (AdministrationRefused refused) {
            problem = outcome.why(refused);
        }
    }

    private void load(SignInFilter filter) {
        from = UtcTime.shown(filter.from());
        until = UtcTime.shown(filter.until());
        hours = reports.totals(frame.by(), filter, Dimension.HOUR);
        chart = HourChart.of(filter, hours);
        clients = shares(filter, Dimension.CLIENT, "client_id");
        methods = shares(filter, Dimension.METHOD, "method");
        outcomes = shares(filter, Dimension.OUTCOME, "outcome");
    }

    private List<Share> shares(SignInFilter filter, Dimension dimension, String parameter) {
        List<SignInTotal> totals = reports.totals(frame.by(), filter, dimension);
        long most = totals.stream().mapToLong(SignInTotal::signIns).max().orElse(0);
        return totals.stream()
                .limit(MOST_SHOWN)
                .map(total -> Share.of(
                        name(dimension, total.key()),
                        frame.getRoot() + query.at(PAGE, parameter, total.key()),
                        total,
                        most))
                .toList();
    }

    private String name(Dimension dimension, String key) {
        Words words = frame.in("console-reports");
        String known = dimension.name().toLowerCase(java.util.Locale.ROOT) + "." + (key.isEmpty() ? "none" : key);
        return words.has(known) ? words.text(known) : key;
    }

    public ReportQuery getQuery() {
        return query;
    }

    public String getProblem() {
        return problem;
    }

    public List<SignInTotal> getHours() {
        return hours;
    }

    public HourChart getChart() {
        return chart;
    }

    public List<Share> getClients() {
        return clients;
    }

    public List<Share> getMethods() {
        return methods;
    }

    public List<Share> getOutcomes() {
        return outcomes;
    }

    public long getSucceeded() {
        return hours.stream().mapToLong(SignInTotal::succeeded).sum();
    }

    public long getFailed() {
        return hours.stream().mapToLong(SignInTotal::failed).sum();
    }

    public String getFrom() {
        return from;
    }

    public String getUntil() {
        return until;
    }

    /** When the ETL last ran, empty if it never has. */
    public String getCountedUntil() {
        return countedUntil.map(UtcTime::shown).orElse("");
    }

    public String getCsv() {
        return frame.getRoot() + query.at("/console/report-export", "format", "csv");
    }

    public String getJsonLines() {
        return frame.getRoot() + query.at("/console/report-export", "format", "jsonl");
    }
}
