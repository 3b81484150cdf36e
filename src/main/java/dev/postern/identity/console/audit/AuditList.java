package dev.postern.identity.console.audit;

import dev.postern.data.database.AuditRow;
import dev.postern.data.database.AuditSearch.Filter;
import dev.postern.identity.administration.audit.AuditReading;
import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.change.Slice;
import dev.postern.identity.administration.user.UserAdministration;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Outcome;
import dev.postern.identity.console.frame.Query;
import dev.postern.identity.console.frame.UtcTime;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The audit trail, searched: {@code /console/audit}. */
@Named
@RequestScoped
public class AuditList {

    private static final int ROWS = 50;
    private static final String PAGE = "/console/audit";
    private static final String EXPORT = "/console/audit-export";

    @Inject
    AuditReading audit;

    @Inject
    UserAdministration users;

    @Inject
    Frame frame;

    @Inject
    Outcome outcome;

    private AuditQuery query = AuditQuery.of(name -> "");
    private Slice<AuditRow> found = new Slice<>(List.of(), Optional.empty());
    private UnaryOperator<String> names = UnaryOperator.identity();
    private String problem = "";

    /** A line of the table, with where its cells lead. @param name of the user; the subject itself if it is none's */
    public record Row(
            String time,
            String event,
            String type,
            boolean failed,
            String subject,
            String name,
            String bySubject,
            String clientId,
            String byClient,
            String requestId,
            String byRequest) {}

    public void open() {
        query = AuditQuery.of(frame::parameter);
        try {
            Filter filter = query.filter(subject -> users.subjectOf(frame.by(), subject));
            Optional<String> cursor = Optional.of(frame.parameter("cursor")).filter(text -> !text.isEmpty());
            found = audit.list(frame.by(), filter, cursor, ROWS);
            names = users.names(
                    frame.by(), found.items().stream().map(AuditRow::subject).toList());
        } catch (AdministrationRefused refused) {
            problem = outcome.why(refused);
        }
    }

    public AuditQuery getQuery() {
        return query;
    }

    public List<String> getTypes() {
        return audit.types();
    }

    /** What is wrong with the search; empty if nothing is. */
    public String getProblem() {
        return problem;
    }

    public List<Row> getRows() {
        return found.items().stream().map(this::row).toList();
    }

    private Row row(AuditRow row) {
        return new Row(
                UtcTime.shown(row.occurredAt()),
                link("/console/audit-event", "id", row.id()),
                row.type(),
                row.outcome().equals("failure"),
                row.subject(),
                names.apply(row.subject()),
                link(PAGE, "subject", row.subject()),
                row.clientId(),
                link(PAGE, "client_id", row.clientId()),
                row.requestId(),
                link(PAGE, "request_id", row.requestId()));
    }

    private String link(String path, String name, String value) {
        return frame.getRoot() + Query.of(path, name, value);
    }

    public String getFirst() {
        return frame.parameter("cursor").isEmpty() ? "" : frame.getRoot() + query.at(PAGE, "cursor", "");
    }

    public String getNext() {
        return found.next()
                .map(cursor -> frame.getRoot() + query.at(PAGE, "cursor", cursor))
                .orElse("");
    }

    public String getCsv() {
        return frame.getRoot() + query.at(EXPORT, "format", "csv");
    }

    public String getJsonLines() {
        return frame.getRoot() + query.at(EXPORT, "format", "jsonl");
    }
}
