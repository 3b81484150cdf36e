package dev.postern.identity.account.password;

import dev.postern.identity.authorization.departure.Answer;
import dev.postern.identity.authorization.session.Browser;
import dev.postern.identity.authorization.session.Cookies;
import dev.postern.identity.authorization.session.SessionEnding;
import dev.postern.identity.authorization.session.SessionStates;
import dev.postern.identity.authorization.session.SsoSession;
import dev.postern.identity.authorization.session.SsoSessions;
import dev.postern.identity.authorization.session.SsoSessions.Started;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.Optional;

/** A session goes on under its id with a new cookie, so that whoever had a copy of the old one has nothing (OWASP Session Management Cheat Sheet). */
@Service
class RenewedSessions {

    private final SsoSessions sessions;
    private final SessionEnding ending;
    private final SessionStates states;
    private final Cookies cookies;

    @Inject
    RenewedSessions(SsoSessions sessions, SessionEnding ending, SessionStates states, Cookies cookies) {
        this.sessions = sessions;
        this.ending = ending;
        this.states = states;
        this.cookies = cookies;
    }

    /** @return the answer with the cookies of the session as it goes on */
    Answer renew(SsoSession session, Browser browser, Answer answer) {
        Started started = sessions.start(session.subject(), Optional.of(session.id()), session.amr());
        browser.session().ifPresent(sessions::forget);
        sessions.store(started);
        ending.goesOn(started.session());
        return answer.withCookie(cookies.session(started.cookie())).withCookie(states.cookie(session.id()));
    }
}
