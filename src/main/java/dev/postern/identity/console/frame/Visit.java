package dev.postern.identity.console.frame;

import dev.postern.data.database.User;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.registration.UserMetadata;
import dev.postern.platform.BuiltInClients;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** One request of somebody who is signed in to the console, with their roles as they are now. */
record Visit(User user, ConsoleSession session, String cookie) {

    private static final String NAME = Visit.class.getName();

    /** Administrators and auditors; nobody else has anything to look for here. */
    boolean isAllowed() {
        return user.roles().contains(UserMetadata.ADMINISTRATOR) || user.roles().contains(UserMetadata.AUDITOR);
    }

    Administrator administrator() {
        return Administrator.atConsole(user, BuiltInClients.CONSOLE, session.signedInAt());
    }

    void putOn(HttpServletRequest request) {
        request.setAttribute(NAME, this);
    }

    /** @return the visit that the guard has let in; empty where it did not stand before */
    static Optional<Visit> of(HttpServletRequest request) {
        return Optional.ofNullable((Visit) request.getAttribute(NAME));
    }
}
