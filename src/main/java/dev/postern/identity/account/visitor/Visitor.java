package dev.postern.identity.account.visitor;

import dev.postern.data.database.User;
import dev.postern.identity.authorization.session.SsoSession;

/**
 * Who looks at their page.
 *
 * @param browserHash hash of the session cookie's value: this sign-in on this browser
 */
public record Visitor(User user, SsoSession session, String browserHash) {

    public String subject() {
        return user.subject();
    }
}
