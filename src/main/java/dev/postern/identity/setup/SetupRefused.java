package dev.postern.identity.setup;

/** The set-up cannot be applied: the start stops. The message says where and what to do, on one line, and holds no secret. */
public final class SetupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SetupRefused(String message) {
        super(message, null, false, false);
    }

    /** The message alone: it is what the administrator reads. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // without the class name, which says nothing to them
    public String toString() {
        return String.valueOf(getMessage());
    }
}
