package dev.postern.data.reporting;

/**
 * Sign-ins added up.
 *
 * @param key what they have in common: an hour (RFC 3339), a client id, a method or an outcome
 */
public record SignInTotal(String key, long succeeded, long failed) {

    /** What sign-ins are added up by. */
    public enum Dimension {
        HOUR,
        CLIENT,
        METHOD,
        OUTCOME
    }

    public long signIns() {
        return succeeded + failed;
    }
}
