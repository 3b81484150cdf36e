package dev.postern.identity.console.audit;

import dev.postern.data.database.AuditRow;
import dev.postern.data.database.User;
import dev.postern.identity.administration.audit.AuditReading;
import dev.postern.identity.administration.audit.AuditView;
import dev.postern.identity.administration.user.UserAdministration;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Query;
import dev.postern.identity.console.frame.UtcTime;
import dev.postern.platform.Json;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One audit event with all that it says: {@code /console/audit-event?id=…}. */
@Named
@RequestScoped
public class AuditEvent {

    private static final Set<String> SEARCHED =
            Set.of("type", "outcome", "subject", "client_id", "session_id", "request_id");
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    @Inject
    AuditReading audit;

    @Inject
    UserAdministration users;

    @Inject
    Frame frame;

    private List<Fact> facts = List.of();
    private List<Fact> details = List.of();
    private List<FieldChange> changes = List.of();
    private String type = "";
    private boolean failed;

    /** A field of the event. @param link to the events that have the same value, empty if they cannot be searched for @param of whose it is, if anybody's */
    public record Fact(String name, String value, String link, String of) {}

    /** @throws dev.postern.identity.administration.change.AdministrationRefused if there is no such event */
    public void open() {
        AuditRow row = audit.find(frame.by(), frame.parameter("id"));
        type = row.type();
        failed = row.outcome().equals("failure");
        facts = facts(row);
        Map<String, Object> said = Json.readObject(row.details());
        details = said.entrySet().stream()
                .filter(detail -> !Set.of(BEFORE, AFTER).contains(detail.getKey()))
                .map(detail -> detail(detail.getKey(), FieldChange.told(detail.getValue())))
                .toList();
        changes = FieldChange.between(said.get(BEFORE), said.get(AFTER));
    }

    private Fact detail(String name, String value) {
        return new Fact(name, value, "", value.startsWith(User.SUBJECT_PREFIX) ? user(value) : "");
    }

    private List<Fact> facts(AuditRow row) {
        List<Fact> named = new ArrayList<>();
        List<String> cells = AuditView.cells(row);
        for (int i = 0; i < cells.size() - 1; i++) {
            String name = AuditView.NAMES.get(i);
            String value = name.equals("occurred_at") ? UtcTime.told(row.occurredAt()) : cells.get(i);
            if (!value.isEmpty()) {
                boolean searched = SEARCHED.contains(name);
                named.add(new Fact(
                        name,
                        value,
                        searched ? frame.getRoot() + Query.of("/console/audit", name, value) : "",
                        name.equals("subject") ? user(value) : ""));
            }
        }
        return named;
    }

    /** The name of the user; empty if it is none's subject. */
    private String user(String subject) {
        String name = users.names(frame.by(), List.of(subject)).apply(subject);
        return name.equals(subject) ? "" : name;
    }

    public String getType() {
        return type;
    }

    public boolean isFailed() {
        return failed;
    }

    public List<Fact> getFacts() {
        return facts;
    }

    public List<Fact> getDetails() {
        return details;
    }

    /** What was changed, field by field; empty for events that change no configuration. */
    public List<FieldChange> getChanges() {
        return changes;
    }
}
