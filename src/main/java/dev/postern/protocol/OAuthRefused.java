package dev.postern.protocol;

import java.time.Duration;
import java.util.Optional;

/**
 * A refusal of an endpoint that answers in JSON: RFC 6749 section 5.2. It commits: services name it in {@code dontRollbackOn}.
 *
 * <p>The description is public and a constant; the reason is for the log and the audit event.
 */
public class OAuthRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final OAuthErrorCode code;
    private final String description;
    private final String reason;

    public OAuthRefused(OAuthErrorCode code, String description) {
        this(code, description, description);
    }

    public OAuthRefused(OAuthErrorCode code, String description, String reason) {
        super(code.wire() + ": " + reason, null, false, false);
        this.code = code;
        this.description = description;
        this.reason = reason;
    }

    public OAuthErrorCode code() {
        return code;
    }

    public String description() {
        return description;
    }

    public String reason() {
        return reason;
    }

    /** Set if it is for having failed too often: the answer is 429 then (RFC 6585 section 4), and says how long to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }
}
