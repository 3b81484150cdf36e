package dev.postern.identity.authorization.session;

import dev.postern.data.database.Client;
import dev.postern.data.database.Clients;
import dev.postern.data.database.Participation;
import dev.postern.data.queue.Event;
import dev.postern.data.queue.Events;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.List;

/** Ends a session here and at the applications that took part in it: OpenID Connect Back-Channel Logout section 2.5. */
@Service
public class SessionEnding {

    private final SessionGrants grants;
    private final LogoutNotices notices;
    private final Clients clients;
    private final Events events;

    @Inject
    public SessionEnding(SessionGrants grants, LogoutNotices notices, Clients clients, Events events) {
        this.grants = grants;
        this.notices = notices;
        this.clients = clients;
        this.events = events;
    }

    /** A session goes on under its id for longer than its grants knew of: its end must still find who took part. */
    public void goesOn(SsoSession session) {
        grants.keep(session);
    }

    /**
     * Takes back what the session gave. When this returns, its end is recorded and applications will be told of it, durably: the
     * caller forgets the cookie then, not before, so that a session whose end failed can be ended again.
     *
     * @param clientId who asked for it, empty if no application did
     * @return the applications that took part
     */
    public List<Client> end(SsoSession session, String clientId, String reason) {
        List<Participation> participants = grants.revoke(session.id(), reason);
        events.publish(new Event.SessionEnded(session.subject(), clientId, session.id(), reason));
        notices.send(participants);
        return participants.stream()
                .flatMap(participant -> clients.find(participant.clientId()).stream())
                .toList();
    }
}
