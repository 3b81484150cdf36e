package dev.postern.identity.console.audit;

import dev.postern.data.database.AuditSearch.Filter;
import dev.postern.identity.console.frame.Query;
import dev.postern.identity.console.frame.UtcTime;
import java.util.function.UnaryOperator;

/** What the search form holds, as it was typed. */
public record AuditQuery(
        String from,
        String until,
        String type,
        String outcome,
        String subject,
        String clientId,
        String sessionId,
        String requestId) {

    static AuditQuery of(UnaryOperator<String> parameter) {
        return new AuditQuery(
                parameter.apply("from"),
                parameter.apply("until"),
                parameter.apply("type"),
                parameter.apply("outcome"),
                parameter.apply("subject").strip(),
                parameter.apply("client_id").strip(),
                parameter.apply("session_id").strip(),
                parameter.apply("request_id").strip());
    }

    /**
     * @param subjectOf the subject of whoever has a user name
     * @throws dev.postern.identity.administration.change.AdministrationRefused if a time is none
     */
    Filter filter(UnaryOperator<String> subjectOf) {
        return new Filter(
                UtcTime.read("from", from),
                UtcTime.read("until", until),
                type,
                outcome,
                subjectOf.apply(subject),
                clientId,
                sessionId,
                requestId);
    }

    String at(String path, String name, String value) {
        return Query.of(
                path,
                "from",
                from,
                "until",
                until,
                "type",
                type,
                "outcome",
                outcome,
                "subject",
                subject,
                "client_id",
                clientId,
                "session_id",
                sessionId,
                "request_id",
                requestId,
                name,
                value);
    }
}
