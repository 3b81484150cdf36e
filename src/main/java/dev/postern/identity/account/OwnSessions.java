package dev.postern.identity.account;

import dev.postern.data.database.AuditRow;
import dev.postern.identity.account.visitor.AccountForms;
import dev.postern.identity.account.visitor.Visitor;
import dev.postern.identity.authorization.session.PersonSessions;
import dev.postern.identity.authorization.session.SsoSessions;
import dev.postern.page.DeviceName;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A person's sign-ins on all their browsers, and the end of those that they are done with. */
@Service
class OwnSessions {

    /** What the token of a form is for; an id or nothing follows. */
    static final String END = "end session ";

    private static final String REASON = "ended by the person elsewhere";

    private final PersonSessions sessions;
    private final SsoSessions living;
    private final AccountForms forms;

    @Inject
    OwnSessions(PersonSessions sessions, SsoSessions living, AccountForms forms) {
        this.sessions = sessions;
        this.living = living;
        this.forms = forms;
    }

    /** This one first, whether its sign-in is on record already or not. */
    List<OwnSession> of(Visitor visitor) {
        String here = visitor.session().id();
        List<OwnSession> all = new ArrayList<>();
        CurrentRequest now = CurrentRequest.get();
        all.add(new OwnSession(
                here,
                visitor.session().authTime(),
                DeviceName.of(now.userAgent()),
                roughly(now.address()),
                true,
                true,
                forms.token(visitor, END + here)));
        List<AuditRow> elsewhere = sessions.of(visitor.subject()).stream()
                .filter(signIn -> !signIn.sessionId().equals(here))
                .toList();
        Set<String> inUse =
                living.inUse(elsewhere.stream().map(AuditRow::sessionId).collect(Collectors.toSet()));
        elsewhere.forEach(signIn -> all.add(elsewhere(signIn, inUse.contains(signIn.sessionId()), visitor)));
        return all;
    }

    private OwnSession elsewhere(AuditRow signIn, boolean inUse, Visitor visitor) {
        return new OwnSession(
                signIn.sessionId(),
                signIn.occurredAt(),
                DeviceName.of(signIn.userAgent()),
                roughly(signIn.address()),
                false,
                inUse,
                forms.token(visitor, END + signIn.sessionId()));
    }

    /** The first three groups of an IPv4 address, the first four of an IPv6 address. */
    static String roughly(String address) {
        String[] four = address.split("\\.", -1);
        String[] eight = address.split(":", -1);
        if (four.length == 4) {
            return four[0] + "." + four[1] + "." + four[2] + ".*";
        }
        return eight.length > 4 ? String.join(":", eight[0], eight[1], eight[2], eight[3]) + ":*" : address;
    }

    /** Ends a session of theirs; one that is none, or over, is passed over. */
    void end(Visitor visitor, String sessionId) {
        sessions.find(visitor.subject(), sessionId).ifPresent(this::end);
    }

    /** Ends all but the one that asks for it. */
    void endOthers(Visitor visitor) {
        sessions.of(visitor.subject()).stream()
                .filter(signIn -> !signIn.sessionId().equals(visitor.session().id()))
                .forEach(this::end);
    }

    private void end(AuditRow signIn) {
        sessions.endOnRecord(signIn.sessionId());
        sessions.tellEnd(signIn, REASON);
    }
}
