package dev.postern.benchmark.load;

/** The server had no room: 503 or 429, with the time after which to come back. A wrong answer where no pressure is meant. */
public final class Refused extends WrongAnswer {

    private static final long serialVersionUID = 1L;

    private final boolean ofToken;

    Refused(String message, boolean ofToken) {
        super(message);
        this.ofToken = ofToken;
    }

    /** Whether an endpoint said so that answers JSON, not a page. */
    boolean isOfToken() {
        return ofToken;
    }
}
