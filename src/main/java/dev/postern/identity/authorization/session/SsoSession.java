package dev.postern.identity.authorization.session;

import java.time.Instant;
import java.util.List;

/**
 * A person who is signed in on a browser: the single sign-on session.
 *
 * @param id the {@code sid} of ID tokens and of grants; it is not the cookie's value and opens nothing
 * @param authTime when the person last proved who they are
 * @param amr how (RFC 8176)
 * @param usedAt about when it was last used
 * @param endsAt its end, however active
 */
public record SsoSession(
        String id, String subject, Instant authTime, List<String> amr, Instant usedAt, Instant endsAt) {

    SsoSession used(Instant now) {
        return new SsoSession(id, subject, authTime, amr, now, endsAt);
    }
}
