package dev.postern.identity.endpoint;

/** The methods that an endpoint takes: RFC 9110 section 9. Where there is a GET there is a HEAD. */
public enum Methods {
    GET(true, false, false, "GET,HEAD,OPTIONS"),
    POST(false, true, false, "POST,OPTIONS"),
    GET_AND_POST(true, true, false, "GET,HEAD,POST,OPTIONS"),
    GET_PUT_DELETE(true, false, true, "GET,HEAD,PUT,DELETE,OPTIONS");

    private final boolean get;
    private final boolean post;
    private final boolean putAndDelete;
    private final String allow;

    Methods(boolean get, boolean post, boolean putAndDelete, String allow) {
        this.get = get;
        this.post = post;
        this.putAndDelete = putAndDelete;
        this.allow = allow;
    }

    /** OPTIONS is answered for the endpoint, not by it. */
    boolean take(String method) {
        return switch (method) {
            case "GET", "HEAD" -> get;
            case "POST" -> post;
            case "PUT", "DELETE" -> putAndDelete;
            default -> false;
        };
    }

    /** The value of the header Allow. */
    String allow() {
        return allow;
    }
}
