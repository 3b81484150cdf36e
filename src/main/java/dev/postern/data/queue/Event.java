package dev.postern.data.queue;

import java.util.Locale;
import java.util.Map;

/**
 * Something that the audit trail must know (H22). No event ever holds a secret: no token, code, password, state or nonce.
 *
 * <p>Who, when and from where is added by the queue when the event is published.
 */
public sealed interface Event {

    /** What the event is about; empty text where it concerns none. */
    record About(String subject, String clientId, String grantId, String sessionId) {

        public static final About NOBODY = new About("", "", "", "");

        public static About client(String clientId) {
            return new About("", clientId, "", "");
        }
    }

    /** How it ended. */
    enum Outcome {
        SUCCESS,
        FAILURE;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    About about();

    /** What only this kind of event says: names and short values. */
    Map<String, String> details();

    default Outcome outcome() {
        return Outcome.SUCCESS;
    }

    /** The name in the audit trail: the class name in snake_case. */
    default String type() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** B5: a valid authorization request arrived. */
    record AuthorizationRequested(AuthorizationFacts facts, String sessionId, String subject) implements Event {
        @Override
        public About about() {
            return new About(subject, facts.clientId(), "", sessionId);
        }

        @Override
        public Map<String, String> details() {
            return EventDetails.of(facts);
        }
    }

    /** B5: an authorization request was refused, by an error page or by a redirect. */
    record AuthorizationRefused(AuthorizationFacts facts, String error, String reason, String subject)
            implements Event {
        @Override
        public About about() {
            return new About(subject, facts.clientId(), "", "");
        }

        @Override
        public Outcome outcome() {
            return Outcome.FAILURE;
        }

        @Override
        public Map<String, String> details() {
            return EventDetails.of(facts, "error", error, "reason", reason);
        }
    }

    /** B5: a user signed in. @param method password, and later others */
    record LoginSucceeded(String subject, String clientId, String sessionId, String method, String device)
            implements Event {
        @Override
        public About about() {
            return new About(subject, clientId, "", sessionId);
        }

        @Override
        public Map<String, String> details() {
            return EventDetails.of("method", method, "device", device);
        }
    }

    /** B5: a sign-in failed. The subject is empty for an unknown user; the name that was typed is not kept: people type passwords there. */
    record LoginFailed(String subject, String clientId, String method, String reason) implements Event {
        @Override
        public About about() {
            return new About(subject, clientId, "", "");
        }

        @Override
        public Outcome outcome() {
            return Outcome.FAILURE;
        }

        @Override
        public Map<String, String> details() {
            return EventDetails.of("method", method, "reason", reason);
        }
    }

    /** B6: the user allowed it. */
    record ConsentGiven(String subject, String clientId, String sessionId, String scope) implements Event {
        @Override
        public About about() {
            return new About(subject, clientId, "", sessionId);
        }

        @Override
        public Map<String, String> details() {
            return EventDetails.of("scope", scope);
        }
    }

    /** B6: the user said no. */
    record ConsentDenied(String subject, String clientId, String sessionId, String scope) implements Event {
        @Override
        public About about() {
            return new About(subject, clientId, "", sessionId);
        }

        @Override
        public Outcome outcome() {
            return Outcome.FAILURE;
        }

        @Override
        public Map<String, String> details() {
            return EventDetails.of("scope", scope);
        }
    }

    /** B6: the user took back what they had allowed a client; its grants were revoked, each with an event of its own. */
    record ConsentWithdrawn(String subject, String clientId, String sessionId, String scope) implements Event {
        @Override
        public About about() {
            return new About(subject, clientId, "", sessionId);
        }

        @Override
        public Map<String, String> details() {
            return EventDetails.of("scope", scope);
        }
    }

    /** B5: an authorization code left. */
    record CodeIssued(AuthorizationFacts facts, String subject, String grantId, String sessionId) implements Event {
        @Override
        public About about() {
            return new About(subject, facts.clientId(), grantId, sessionId);
        }

        @Override
        public Map<String, String> details() {
            return EventDetails.of(facts);
        }
    }

    /** B7: a code came a second time; what the first use produced is revoked. */
    record CodeReplayed(TokenFacts facts, String subject, String grantId) implements Event {
        @Override
        public About about() {
            return new About(subject, facts.clientId(), grantId, "");
        }

        @Override
        public Outcome outcome() {
            return Outcome.FAILURE;
        }

        @Override
        public Map<String, String> details() {
            return EventDetails.of(facts);
        }
    }

    /** B7: tokens left for a code or for client credentials. @param issued which ones: access_token, refresh_token, id_token */
    record TokenIssued(
            TokenFacts facts, String subject, String grantId, String sessionId, String issued, String tokenId)
            implements Event {
        @Override
        public About about() {
            return new About(subject, facts.clientId(), grantId, sessionId);
        }

        @Override
        public Map<String, String> details() {
            return EventDetails.of(facts, "issued", issued, "token_id", tokenId);
        }
    }

    /** B7: tokens left for a refresh token. @param kind rotated, kept or repeated (inside the grace) */
    record TokenRefreshed(
            TokenFacts facts, String subject, String grantId, String sessionId, String kind, String tokenId)
            implements Event {
        @Override
        public About about() {
            return new About(subject, facts.clientId(), grantId, sessionId);
        }

        @Override
        public Map<String, String> details() {
            return EventDetails.of(facts, "kind", kind, "token_id", tokenId);
        }
    }

    /** B7, B13: a spent refresh token came again; its family and grant are revoked. */
    record RefreshTokenReplayed(TokenFacts facts, String subject, String grantId, String sessionId) implements Event {
        @Override
        public About about() {
            return new About(subject, facts.clientId(), grantId, sessionId);
        }

        @Override
        public Outcome outcome() {
            return Outcome.FAILURE;
        }

        @Override
        public Map<String, String> details() {
            return EventDetails.of(facts);
        }
    }

    /** B7: the token endpoint, introspection, revocation or userinfo refused. */
    record TokenRefused(TokenFacts facts, String endpoint, String error, String reason) implements Event {
        @Override
        public About about() {
            return About.client(facts.clientId());
        }

        @Override
        public Outcome outcome() {
            return Outcome.FAILURE;
        }

        @Override
        public Map<String, String> details() {
            return EventDetails.of(facts, "endpoint", endpoint, "error", error, "reason", reason);
        }
    }

    /** B7: a client (or the server) revoked a token or grant. @param kind access_token, refresh_token or grant */
    record TokenRevoked(String subject, String clientId, String grantId, String kind, String reason) implements Event {
        @Override
        public About about() {
            return new About(subject, clientId, grantId, "");
        }

        @Override
        public Map<String, String> details() {
            return EventDetails.of("kind", kind, "reason", reason);
        }
    }

    /** B5: a single sign-on session ended. */
    record SessionEnded(String subject, String clientId, String sessionId, String reason) implements Event {
        @Override
        public About about() {
            return new About(subject, clientId, "", sessionId);
        }

        @Override
        public Map<String, String> details() {
            return EventDetails.of("reason", reason);
        }
    }

    /** B2: the app signed a user in (H16). */
    record AppLogin(String issuer, String subject, String clientId, String accountId) implements Event {
        @Override
        public About about() {
            return new About(subject, clientId, "", "");
        }

        @Override
        public Map<String, String> details() {
            return EventDetails.of("issuer", issuer, "account", accountId);
        }
    }

    /** B4 or B8: a call was refused. @param box gateway or api */
    record ApiCallRefused(
            String box, String subject, String clientId, String method, String path, int status, String reason)
            implements Event {
        @Override
        public About about() {
            return new About(subject, clientId, "", "");
        }

        @Override
        public Outcome outcome() {
            return Outcome.FAILURE;
        }

        @Override
        public Map<String, String> details() {
            return EventDetails.of(
                    "box", box, "method", method, "path", path, "status", Integer.toString(status), "reason", reason);
        }
    }

    /** B4, B7 or B8: a successful introspection, userinfo or API call; published only where a setting asks for it. */
    record AccessAudited(String box, String subject, String clientId, String grantId, String what) implements Event {
        @Override
        public About about() {
            return new About(subject, clientId, grantId, "");
        }

        @Override
        public Map<String, String> details() {
            return EventDetails.of("box", box, "what", what);
        }
    }

    /** B12: configuration changed: a client, scope, resource server, user or token. @param change created, changed or deleted */
    record ConfigurationChanged(String kind, String id, String change, String by) implements Event {
        @Override
        public About about() {
            return kind.equals("client") ? About.client(id) : About.NOBODY;
        }

        @Override
        public Map<String, String> details() {
            return EventDetails.of("kind", kind, "id", id, "change", change, "by", by);
        }
    }

    /** B5: a signing key was made, activated, retired or removed. */
    record SigningKeyChanged(String kid, String algorithm, String change) implements Event {
        @Override
        public About about() {
            return About.NOBODY;
        }

        @Override
        public Map<String, String> details() {
            return EventDetails.of("kid", kid, "algorithm", algorithm, "change", change);
        }
    }

    /** B15: a notification was sent or could not be sent. */
    record NotificationSent(String subject, String kind, boolean delivered, String reason) implements Event {
        @Override
        public About about() {
            return new About(subject, "", "", "");
        }

        @Override
        public Outcome outcome() {
            return delivered ? Outcome.SUCCESS : Outcome.FAILURE;
        }

        @Override
        public Map<String, String> details() {
            return EventDetails.of("kind", kind, "reason", reason);
        }
    }
}
