package dev.postern.identity.backchannel;

/**
 * How one attempt to tell an application ended.
 *
 * @param reason why it failed, empty if it did not
 */
record Attempt(Result result, String reason) {

    /** What follows from it. */
    enum Result {
        DELIVERED,
        /** It may work later. */
        LATER,
        /** The application has answered, or cannot be reached by anybody: no other attempt would change that. */
        REFUSED
    }

    static final Attempt DELIVERED = new Attempt(Result.DELIVERED, "");

    static Attempt later(String reason) {
        return new Attempt(Result.LATER, reason);
    }

    static Attempt refused(String reason) {
        return new Attempt(Result.REFUSED, reason);
    }

    /**
     * What an answer says: Back-Channel Logout section 2.8. 200 and 204 mean that the person is signed out there, 400 that the
     * application will not; anything else comes from something in between or from an application that is not well.
     */
    static Attempt of(int status) {
        return switch (status) {
            case 200, 204 -> DELIVERED;
            case 400, 501 -> refused("the application answered " + status);
            default -> later("the application answered " + status);
        };
    }
}
