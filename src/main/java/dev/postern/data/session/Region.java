package dev.postern.data.session;

/** What the cache holds, each kind in a key space of its own. */
public enum Region {
    /** H5: single sign-on sessions at the authorization server. */
    SSO_SESSION("sso"),
    /** Which of them are in use, by their ids, for those who list them; nothing is decided by it. */
    SESSION_IN_USE("use"),
    /** H5: authorization requests that wait for login or consent. */
    INTERACTION("int"),
    /** Authorization codes, by their hash. */
    CODE("cod"),
    /** Whose codes are refused although they were not spent: their session has ended or the consent was withdrawn. */
    REFUSED_CODES("ref"),
    /** What devices wait for, by the hashes of their codes: RFC 8628. */
    DEVICE("dev"),
    /** Logout requests that wait for confirmation. */
    LOGOUT("out"),
    /** Identifiers of client assertions already seen (RFC 7523 section 3). */
    ASSERTION("jti"),
    /** H2: the app's state, nonce and verifier. */
    APP_STATE("app"),
    /** H15: the app's own sessions. */
    APP_SESSION("aps"),
    /** State, nonce and verifier of sign-ins at the console. */
    CONSOLE_STATE("cst"),
    /** Administrators and auditors at the console. */
    CONSOLE_SESSION("con"),
    /** H18, H20: cached introspection results. */
    INTROSPECTION("tok"),
    /** Counters of failures, for rate limits. */
    FAILURES("bad");

    private final String prefix;

    Region(String prefix) {
        this.prefix = prefix;
    }

    /** The prefix of the region's keys in a shared store. */
    public String prefix() {
        return prefix;
    }
}
