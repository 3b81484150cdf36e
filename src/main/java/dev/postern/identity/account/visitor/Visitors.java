package dev.postern.identity.account.visitor;

import dev.postern.data.database.User;
import dev.postern.data.database.Users;
import dev.postern.identity.authorization.session.Browser;
import dev.postern.identity.authorization.session.SsoSessions;
import dev.postern.platform.Digests;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds who is signed in at a browser. */
@Service
public class Visitors {

    private final SsoSessions sessions;
    private final Users users;

    @Inject
    public Visitors(SsoSessions sessions, Users users) {
        this.sessions = sessions;
        this.users = users;
    }

    /** A session of somebody who may not sign in any more counts as none. */
    public Optional<Visitor> at(Browser browser) {
        return sessions.current(browser.session())
                .flatMap(session -> users.bySubject(session.subject())
                        .filter(User::enabled)
                        .map(user -> new Visitor(
                                user, session, Digests.sha256(browser.session().orElseThrow()))));
    }
}
