package dev.postern.data.queue;

import static dev.postern.data.queue.Statement.failure;
import static dev.postern.data.queue.Statement.success;
import static dev.postern.picture.Box.B15;
import static dev.postern.picture.Box.B2;
import static dev.postern.picture.Box.B4;
import static dev.postern.picture.Box.B5;
import static dev.postern.picture.Box.B7;
import static dev.postern.picture.Box.B8;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Something that the audit trail must know (H22). No event ever holds a secret: no token, code, password, state or nonce.
 *
 * <p>Who, when and from where is added by the queue when the event is published.
 */
public sealed interface Event {

    /** How it ended. */
    enum Outcome {
        SUCCESS,
        FAILURE;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Everything that this event says. */
    Statement statement();

    /** The names of all kinds of events, in their order. */
    static List<String> types() {
        return Arrays.stream(Event.class.getPermittedSubclasses())
                .map(EventTypes.NAMES::get)
                .sorted()
                .toList();
    }

    /** The name in the audit trail: the class name in snake_case. */
    default String type() {
        return EventTypes.NAMES.get(getClass());
    }

    default Outcome outcome() {
        return statement().outcome();
    }

    /** What only this kind of event says: names and short values. */
    default Map<String, String> details() {
        return statement().details();
    }

    /** A valid authorization request arrived. */
    record AuthorizationRequested(AuthorizationFacts facts, String sessionId, String subject) implements Event {
        @Override
        public Statement statement() {
            return success(B5, subject, facts.clientId(), "", sessionId).with(facts);
        }
    }

    /** An authorization request was refused, by an error page or by a redirect. */
    record AuthorizationRefused(AuthorizationFacts facts, String error, String reason, String subject)
            implements Event {
        @Override
        public Statement statement() {
            return failure(B5, subject, facts.clientId(), "", "").with(facts).with("error", error, "reason", reason);
        }
    }

    /** A user signed in. @param method password, and later others */
    record LoginSucceeded(String subject, String clientId, String sessionId, String method, String device)
            implements Event {
        @Override
        public Statement statement() {
            return success(B5, subject, clientId, "", sessionId).with("method", method, "device", device);
        }
    }

    /** A sign-in failed. The subject is empty for an unknown user; the name that was typed is not kept: people type passwords there. */
    record LoginFailed(String subject, String clientId, String method, String reason) implements Event {
        @Override
        public Statement statement() {
            return failure(B5, subject, clientId, "", "").with("method", method, "reason", reason);
        }
    }

    /** The user allowed it. */
    record ConsentGiven(String subject, String clientId, String sessionId, String scope, String claims)
            implements Event {
        @Override
        public Statement statement() {
            return success(B5, subject, clientId, "", sessionId)
                    .with("scope", scope)
                    .with("claims", claims);
        }
    }

    /** The user said no. */
    record ConsentDenied(String subject, String clientId, String sessionId, String scope, String claims)
            implements Event {
        @Override
        public Statement statement() {
            return failure(B5, subject, clientId, "", sessionId)
                    .with("scope", scope)
                    .with("claims", claims);
        }
    }

    /** The user took back what they had allowed a client; its grants were revoked, each with an event of its own. */
    record ConsentWithdrawn(String subject, String clientId, String sessionId, String scope, String claims)
            implements Event {
        @Override
        public Statement statement() {
            return success(B5, subject, clientId, "", sessionId)
                    .with("scope", scope)
                    .with("claims", claims);
        }
    }

    /** A device was given a code, and waits for a person to allow what it asks for: RFC 8628. */
    record DeviceCodeIssued(String clientId, String scope) implements Event {
        @Override
        public Statement statement() {
            return success(B5, "", clientId, "", "").with("scope", scope);
        }
    }

    /** An authorization code left, or a device may fetch its tokens. */
    record CodeIssued(AuthorizationFacts facts, String subject, String grantId, String sessionId) implements Event {
        @Override
        public Statement statement() {
            return success(B5, subject, facts.clientId(), grantId, sessionId).with(facts);
        }
    }

    /** A code came a second time; what the first use produced is revoked. */
    record CodeReplayed(TokenFacts facts, String subject, String grantId) implements Event {
        @Override
        public Statement statement() {
            return failure(B7, subject, facts.clientId(), grantId, "").with(facts);
        }
    }

    /** Tokens left for a code or for client credentials. @param issued which ones: access_token, refresh_token, id_token */
    record TokenIssued(
            TokenFacts facts, String subject, String grantId, String sessionId, String issued, String tokenId)
            implements Event {
        @Override
        public Statement statement() {
            return success(B7, subject, facts.clientId(), grantId, sessionId)
                    .with(facts)
                    .with("issued", issued, "token_id", tokenId);
        }
    }

    /** Tokens left for a refresh token. @param kind rotated, kept or repeated (inside the grace) */
    record TokenRefreshed(
            TokenFacts facts, String subject, String grantId, String sessionId, String kind, String tokenId)
            implements Event {
        @Override
        public Statement statement() {
            return success(B7, subject, facts.clientId(), grantId, sessionId)
                    .with(facts)
                    .with("kind", kind, "token_id", tokenId);
        }
    }

    /** A spent refresh token came again; its family and grant are revoked. */
    record RefreshTokenReplayed(TokenFacts facts, String subject, String grantId, String sessionId) implements Event {
        @Override
        public Statement statement() {
            return failure(B7, subject, facts.clientId(), grantId, sessionId).with(facts);
        }
    }

    /** The token endpoint, introspection, revocation or userinfo refused. */
    record TokenRefused(TokenFacts facts, String endpoint, String error, String reason) implements Event {
        @Override
        public Statement statement() {
            return failure(B7, "", facts.clientId(), "", "")
                    .with(facts)
                    .with("endpoint", endpoint, "error", error, "reason", reason);
        }
    }

    /** A client (or the server) revoked a token or grant. @param kind access_token, refresh_token or grant */
    record TokenRevoked(String subject, String clientId, String grantId, String kind, String reason) implements Event {
        @Override
        public Statement statement() {
            return success(B7, subject, clientId, grantId, "").with("kind", kind, "reason", reason);
        }
    }

    /** A person has another password. @param how by themselves, or by a reset link; what administrators do is a configuration change */
    record PasswordChanged(String subject, String sessionId, String how) implements Event {
        @Override
        public Statement statement() {
            return success(B5, subject, "", "", sessionId).with("how", how);
        }
    }

    /** A single sign-on session ended. */
    record SessionEnded(String subject, String clientId, String sessionId, String reason) implements Event {
        @Override
        public Statement statement() {
            return success(B5, subject, clientId, "", sessionId).with("reason", reason);
        }
    }

    /** The app signed a user in (H16). */
    record AppLogin(String issuer, String subject, String clientId, String accountId) implements Event {
        @Override
        public Statement statement() {
            return success(B2, subject, clientId, "", "").with("issuer", issuer, "account", accountId);
        }
    }

    /** A call was refused. @param box gateway or api */
    record ApiCallRefused(
            String box, String subject, String clientId, String method, String path, int status, String reason)
            implements Event {
        @Override
        public Statement statement() {
            return failure(box.equals("gateway") ? B4 : B8, subject, clientId, "", "")
                    .with("box", box, "method", method, "path", path)
                    .with("status", Integer.toString(status), "reason", reason);
        }
    }

    /** A successful introspection, userinfo or API call; published only where a setting asks for it. @param box token service or api */
    record AccessAudited(String box, String subject, String clientId, String grantId, String what) implements Event {
        @Override
        public Statement statement() {
            return success(box.equals("api") ? B8 : B7, subject, clientId, grantId, "")
                    .with("box", box, "what", what);
        }
    }

    /**
     * Configuration changed: a client, scope, resource server, user or token.
     *
     * @param change created, changed or removed
     * @param by the owner whose file or part it was, or the administrator: subject or client id
     * @param via the client by which an administrator did it, empty if none
     * @param before what was changed as it was, as JSON without secrets, empty where nothing is said of it
     * @param after the same as it is now
     */
    record ConfigurationChanged(
            String kind, String id, String change, String by, String via, String before, String after)
            implements Event {

        public ConfigurationChanged(String kind, String id, String change, String by) {
            this(kind, id, change, by, "", "", "");
        }

        @Override
        public Statement statement() {
            return success(B5, by.startsWith("usr_") ? by : "", kind.equals("client") ? id : "", "", "")
                    .with("kind", kind, "id", id, "change", change, "by", by, "via", via)
                    .withDocuments("before", before, "after", after);
        }
    }

    /** A client could not register itself, or change its registration. */
    record RegistrationRefused(String clientId, String error, String reason) implements Event {
        @Override
        public Statement statement() {
            return failure(B5, "", clientId, "", "").with("error", error, "reason", reason);
        }
    }

    /** A signing key was made, activated, retired or removed. */
    record SigningKeyChanged(String kid, String algorithm, String change) implements Event {
        @Override
        public Statement statement() {
            return success(B7, "", "", "", "").with("kid", kid, "algorithm", algorithm, "change", change);
        }
    }

    /** An application was told that a session has ended, or it was given up. @param attempts how often it was tried */
    record LogoutSent(String subject, String clientId, String sessionId, boolean delivered, int attempts, String reason)
            implements Event {
        @Override
        public Statement statement() {
            Statement sent = delivered
                    ? success(B5, subject, clientId, "", sessionId)
                    : failure(B5, subject, clientId, "", sessionId);
            return sent.with("attempts", Integer.toString(attempts), "reason", reason);
        }
    }

    /** A notification was sent or could not be sent. */
    record NotificationSent(String subject, String kind, boolean delivered, String reason) implements Event {
        @Override
        public Statement statement() {
            Statement sent = delivered ? success(B15, subject, "", "", "") : failure(B15, subject, "", "", "");
            return sent.with("kind", kind, "reason", reason);
        }
    }
}
