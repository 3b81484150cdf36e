package dev.postern.identity.console;

import dev.postern.data.database.User;
import dev.postern.data.database.Users;
import dev.postern.identity.authorization.session.Browser;
import dev.postern.identity.authorization.session.SsoSessions;
import dev.postern.page.PageRefused;
import dev.postern.page.Problem;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** Who may look at reports: a person who is signed in and has a role for it. */
@Service
public class Auditors {

    private static final Set<String> ROLES = Set.of("administrator", "auditor");

    private final SsoSessions sessions;
    private final Users users;

    @Inject
    public Auditors(SsoSessions sessions, Users users) {
        this.sessions = sessions;
        this.users = users;
    }

    /** The person at this browser; empty if nobody is signed in. @throws PageRefused if they have no role for it */
    Optional<User> at(Browser browser) {
        Optional<User> person =
                sessions.current(browser.session()).flatMap(session -> users.bySubject(session.subject()));
        if (person.isPresent() && !(person.get().enabled() && mayLook(person.get()))) {
            throw new PageRefused(Problem.FORBIDDEN);
        }
        return person;
    }

    private static boolean mayLook(User user) {
        return !Collections.disjoint(user.roles(), ROLES);
    }
}
