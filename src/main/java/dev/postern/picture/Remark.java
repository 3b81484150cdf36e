package dev.postern.picture;

/**
 * What a box says about a hop that a request took: fixed words of ours, with values that hold no secret. English stands here, other
 * languages in {@code labels_<language>} under {@code remark.<name>}.
 */
public enum Remark {
    /** Protocol text that every language writes alike: a method and a path, types of events. */
    AS_IS("{0}"),
    STATE_STORED("state, nonce and verifier stored"),
    SENT_TO_AUTHORIZE("303 to /authorize with code_challenge"),
    REQUEST_ARRIVED("authorization request"),
    CLIENT_KNOWN("client {0} and its redirect URI are registered"),
    SESSION_FOUND("session found"),
    NO_SESSION("no session"),
    PASSWORD_GIVEN("user name and password"),
    ALLOWED("allowed"),
    DENIED("denied"),
    CODE_SENT("to {0} with code, state and iss"),
    ERROR_SENT("to {0} with error {1}"),
    CODE_ARRIVED("code, state and iss arrived at the app"),
    CODE_SPENT("code spent; client, redirect URI and verifier match"),
    NEW_FAMILY("new family"),
    NEW_OFFLINE_FAMILY("new offline family"),
    REFRESH_TOKEN("refresh token {0}"),
    TOKENS_SENT("{0}, access token {1}"),
    PROFILE("profile with {0} claims"),
    ACCOUNT("{0}, sign-in {1}"),
    APP_SESSION("new session, new cookie"),
    INTROSPECTION_CACHED("introspection cached"),
    INTROSPECTION_NOT_CACHED("introspection not cached"),
    KEYS_KNOWN("JWT validated with known keys"),
    FORWARDED("forward {0} {1}"),
    NOTES_READ("read {0}"),
    NOTES_WRITTEN("written {0}"),
    NOTES_DELETED("deleted {0}"),
    METRICS_LOADED("sign-in metrics of the hour loaded"),
    MAIL_SENT("{0} by {1}, sent"),
    MAIL_NOT_SENT("{0} by {1}, not sent");

    private final String english;

    Remark(String english) {
        this.english = english;
    }

    public String english() {
        return english;
    }

    /** A text of this remark's with its values filled in. */
    static String filled(String text, Iterable<String> values) {
        String filled = text;
        int i = 0;
        for (String value : values) {
            filled = filled.replace("{" + i + "}", value);
            i++;
        }
        return filled;
    }
}
