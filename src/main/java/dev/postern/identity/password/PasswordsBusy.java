package dev.postern.identity.password;

/** Too many passwords are being hashed: come back in a second. Endpoints answer 503 with Retry-After. */
public final class PasswordsBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PasswordsBusy() {
        super("no turn for hashing a password in time", null, false, false);
    }
}
