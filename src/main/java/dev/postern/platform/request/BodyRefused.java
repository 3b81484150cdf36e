package dev.postern.platform.request;

import org.jspecify.annotations.Nullable;

/** A request's body did not come as it should; each part of the server answers this in its own format. */
public final class BodyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private BodyRefused(int status, String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
        this.status = status;
    }

    static BodyRefused tooLarge(int mostBytes) {
        return new BodyRefused(413, "the body has more than " + mostBytes + " bytes", null);
    }

    /** RFC 9110 section 15.5.9. */
    static BodyRefused tooSlow(@Nullable Throwable cause) {
        return new BodyRefused(408, "the body did not arrive in time", cause);
    }

    static BodyRefused endsEarly(Throwable cause) {
        return new BodyRefused(400, "the body ends early", cause);
    }

    static BodyRefused tooManyAreSlow() {
        return new BodyRefused(503, "too many requests wait for the rest of their bodies", null);
    }

    /** The HTTP status that tells it. */
    public int status() {
        return status;
    }
}
