package dev.postern.identity.administration.session;

import dev.postern.data.database.AuditRow;
import dev.postern.identity.administration.audit.AuditView;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A session that has not ended on record.
 *
 * @param signIn its last sign-in
 * @param inUse false: it has idled away
 */
public record ListedSession(AuditRow signIn, boolean inUse) {

    /** As the admin API tells it. */
    public Map<String, Object> view() {
        Map<String, Object> view = new LinkedHashMap<>(AuditView.of(signIn));
        view.put("in_use", inUse);
        return view;
    }
}
