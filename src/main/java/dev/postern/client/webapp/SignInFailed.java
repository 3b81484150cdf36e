package dev.postern.client.webapp;

import java.util.Locale;

/** A sign-in that came to nothing. The message is for the log; people see the words of the reason. */
final class SignInFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What people are told. */
    enum Reason {
        /** The person, or the authorization server, said no. */
        DENIED(403),
        /** It took too long, was finished already, or was begun in another browser; or a refresh token is over. */
        EXPIRED(400),
        /** The answer is malformed, or is not what we asked for. */
        BAD_ANSWER(400),
        /** The authorization server refused our request. */
        REFUSED(502),
        /** The authorization server is away or busy. */
        UNAVAILABLE(503);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }

        String key() {
            return "failed." + name().toLowerCase(Locale.ROOT);
        }

        /** The reason behind an error code of RFC 6749 sections 4.1.2.1 and 5.2 or OpenID Connect Core section 3.1.2.6. */
        static Reason ofError(String error) {
            return switch (error) {
                case "access_denied" -> DENIED;
                case "invalid_grant" -> EXPIRED;
                case "temporarily_unavailable", "server_error" -> UNAVAILABLE;
                default -> REFUSED;
            };
        }
    }

    private final Reason reason;

    SignInFailed(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
