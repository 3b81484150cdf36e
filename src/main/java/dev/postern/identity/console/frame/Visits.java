package dev.postern.identity.console.frame;

import dev.postern.data.database.User;
import dev.postern.data.database.Users;
import dev.postern.identity.authorization.session.Cookies;
import dev.postern.identity.authorization.session.SsoSessions;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Finds who is at the console: their console session, as long as the single sign-on session lives that it came from. */
@Service
class Visits {

    private final ConsoleCookies cookies;
    private final ConsoleSessions sessions;
    private final Cookies ssoCookies;
    private final SsoSessions ssoSessions;
    private final Users users;

    @Inject
    Visits(ConsoleCookies cookies, ConsoleSessions sessions, Cookies ssoCookies, SsoSessions ssoSessions, Users users) {
        this.cookies = cookies;
        this.sessions = sessions;
        this.ssoCookies = ssoCookies;
        this.ssoSessions = ssoSessions;
        this.users = users;
    }

    /** A page that refreshes itself says so, and keeps no session alive. */
    static boolean isUnattended(HttpServletRequest request) {
        return "refresh".equals(request.getHeader("X-Postern-Request"));
    }

    Optional<Visit> of(HttpServletRequest request) {
        Optional<String> cookie = cookies.session(request);
        return sessions.find(cookie)
                .filter(session -> isAlive(session, request))
                .flatMap(session -> users.bySubject(session.subject())
                        .filter(User::enabled)
                        .map(user -> new Visit(user, session, cookie.orElseThrow())));
    }

    private boolean isAlive(ConsoleSession session, HttpServletRequest request) {
        Optional<String> sso = ssoCookies.read(request).session();
        return (isUnattended(request) ? ssoSessions.find(sso) : ssoSessions.current(sso))
                .filter(session::isOf)
                .isPresent();
    }
}
