package dev.postern.identity.administration.session;

import dev.postern.data.database.AuditRow;
import dev.postern.identity.administration.audit.AuditView;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A session that has not ended on record.
 *
 * @param signIn its last sign-in
 * @param username whose it is; the subject if there is no such user
 */
public record ListedSession(AuditRow signIn, String username, SessionState state) {

    /** As the admin API tells it. */
    public Map<String, Object> view() {
        Map<String, Object> view = new LinkedHashMap<>(AuditView.of(signIn));
        view.put("in_use", state == SessionState.IN_USE);
        view.put("state", state.wire());
        return view;
    }
}
