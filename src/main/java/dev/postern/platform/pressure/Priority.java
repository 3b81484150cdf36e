package dev.postern.platform.pressure;

/** What a request is for, and so which share of the limit it may fill: who may fill less is refused earlier. */
enum Priority {

    /** Cheap, or needed to see what goes on: neither counted nor refused. */
    ALWAYS(100),

    /** Others wait for the answer: tokens, what they are worth, and the decisions of a gateway in front of us. Refused last. */
    TOKENS(100),

    /** What was begun here and has been admitted once: a person at a login or consent form, a call that our gateway or app has let in. */
    UNDER_WAY(75),

    /** Whatever begins something. Refused first. */
    NEW(50);

    private final int percent;

    Priority(int percent) {
        this.percent = percent;
    }

    /** @param path decoded and normalized, without the context path */
    static Priority of(String path) {
        int end = path.indexOf('/', 1);
        String first = end < 0 ? path : path.substring(0, end);
        return switch (first) {
            case "/status", "/jwks", "/.well-known", "/assets" -> ALWAYS;
            case "/token", "/introspect", "/revoke", "/userinfo" -> TOKENS;
            case "/login", "/consent", "/device", "/interaction", "/logout", "/logout-confirm", "/signed-out", "/api" ->
                UNDER_WAY;
            case "/gateway" -> path.equals("/gateway/verify") ? TOKENS : NEW;
            case "/app" -> path.equals("/app/callback") ? UNDER_WAY : NEW;
            default -> NEW;
        };
    }

    /** With how many requests in progress the next one of this kind is refused; never less than one. */
    int share(int limit) {
        return Math.max(1, limit * percent / 100);
    }
}
