package dev.postern.platform.request;

/** How far the runnable jar's orderly stop has come; on other servers it is always {@link #NONE}. */
public enum StopPhase {

    /** The server runs. */
    NONE,

    /** Whoever comes is served, but readiness says no and connections are not kept: load balancers go elsewhere. */
    DRAINING,

    /** Who is here already is answered, who comes is refused. */
    REFUSING;

    /** Set by the launcher, which is not in the WAR. */
    static final String PROPERTY = "postern.launcher.stopping";

    static final String DRAINING_VALUE = "draining";

    public static StopPhase now() {
        String value = System.getProperty(PROPERTY);
        if (value == null) {
            return NONE;
        }
        return value.equals(DRAINING_VALUE) ? DRAINING : REFUSING;
    }
}
