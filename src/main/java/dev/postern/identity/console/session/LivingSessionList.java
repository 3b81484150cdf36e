package dev.postern.identity.console.session;

import dev.postern.data.database.AuditRow;
import dev.postern.identity.administration.change.Slice;
import dev.postern.identity.administration.session.ListedSession;
import dev.postern.identity.administration.session.SessionAdministration;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.UtcTime;
import dev.postern.page.DeviceName;
import dev.postern.protocol.UrlEncoded;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** The sessions of all users or of one, newest first: {@code /console/sessions?subject=…&cursor=…}. */
@Named
@RequestScoped
public class LivingSessionList {

    private static final int PAGE = 50;

    @Inject
    SessionAdministration sessions;

    @Inject
    Frame frame;

    private Slice<ListedSession> found = new Slice<>(List.of(), Optional.empty());

    /** A line of the table. @param end address of the page that ends it */
    public record Row(
            String userHref,
            String user,
            String when,
            String client,
            String address,
            String device,
            String state,
            String end) {}

    /** Finds what to show before the page is rendered. */
    public void open() {
        Optional<String> cursor = Optional.of(frame.parameter("cursor")).filter(text -> !text.isEmpty());
        found = sessions.list(frame.by(), getSubject(), cursor, PAGE);
    }

    public List<Row> getRows() {
        return found.items().stream().map(this::row).toList();
    }

    private Row row(ListedSession session) {
        AuditRow signIn = session.signIn();
        StringBuilder user = new StringBuilder(frame.getRoot()).append("/console/user?");
        UrlEncoded.append(user, "subject", signIn.subject());
        StringBuilder end = new StringBuilder(frame.getRoot()).append("/console/session-end?");
        UrlEncoded.append(end, "subject", signIn.subject());
        UrlEncoded.append(end, "session", signIn.sessionId());
        return new Row(
                user.toString(),
                session.username(),
                UtcTime.shown(signIn.occurredAt()),
                signIn.clientId(),
                signIn.address(),
                DeviceName.of(signIn.userAgent()),
                session.state().wire(),
                end.toString());
    }

    /** Whose; empty: everybody's. */
    public String getSubject() {
        return frame.parameter("subject").strip();
    }

    /** The first page of the same list; empty on it. */
    public String getFirst() {
        return frame.parameter("cursor").isEmpty() ? "" : page("");
    }

    /** The page after this one; empty if there is none. */
    public String getNext() {
        return found.next().map(this::page).orElse("");
    }

    private String page(String cursor) {
        StringBuilder page = new StringBuilder(frame.getRoot()).append("/console/sessions?");
        UrlEncoded.append(page, "subject", getSubject());
        if (!cursor.isEmpty()) {
            UrlEncoded.append(page, "cursor", cursor);
        }
        return page.toString();
    }
}
