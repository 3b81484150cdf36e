package dev.postern.data.queue;

import dev.postern.data.queue.Event.Outcome;
import dev.postern.picture.Box;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an event says; empty text where it concerns nobody, no client, grant or session.
 *
 * @param from the box that it happened in
 * @param details what only this kind of event says: names and short values, without empty ones
 */
public record Statement(
        Box from,
        Outcome outcome,
        String subject,
        String clientId,
        String grantId,
        String sessionId,
        Map<String, String> details) {

    private static final int LONGEST_VALUE = 1_000;
    private static final int LONGEST_DOCUMENT = 16_000;

    static Statement success(Box from, String subject, String clientId, String grantId, String sessionId) {
        return new Statement(from, Outcome.SUCCESS, subject, clientId, grantId, sessionId, Map.of());
    }

    static Statement failure(Box from, String subject, String clientId, String grantId, String sessionId) {
        return new Statement(from, Outcome.FAILURE, subject, clientId, grantId, sessionId, Map.of());
    }

    /** Adds details. Empty values are left out, long ones are cut. @param namesAndValues in turn */
    Statement with(String... namesAndValues) {
        return with(LONGEST_VALUE, namesAndValues);
    }

    private Statement with(int longest, String... namesAndValues) {
        Map<String, String> more = new LinkedHashMap<>(details);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String value = namesAndValues[i + 1];
            if (!value.isEmpty()) {
                more.put(namesAndValues[i], value.substring(0, Math.min(value.length(), longest)));
            }
        }
        return new Statement(from, outcome, subject, clientId, grantId, sessionId, more);
    }

    /** The same for JSON documents, of which more is kept. */
    Statement withDocuments(String... namesAndValues) {
        return with(LONGEST_DOCUMENT, namesAndValues);
    }

    Statement with(AuthorizationFacts facts) {
        return with(
                "redirect_uri", facts.redirectUri(),
                "scope", facts.scope(),
                "response_type", facts.responseType(),
                "response_mode", facts.responseMode(),
                "prompt", facts.prompt(),
                "pkce", facts.pkceMethod());
    }

    Statement with(TokenFacts facts) {
        return with(
                "grant_type", facts.grantType(),
                "client_authentication", facts.clientAuthentication(),
                "redirect_uri", facts.redirectUri(),
                "scope", facts.scope(),
                "resource", facts.resource(),
                "pkce", facts.pkceMethod());
    }
}
