package dev.postern.picture;

/** A box of the picture: a real part of this system, with a package of its own. */
public enum Box {
    B1("User Browser", Zone.CLIENT, "Initiates login and sends authorization requests"),
    B2(
            "Frontend Web App",
            Zone.CLIENT,
            "Starts OAuth, handles the callback, exchanges the code, keeps the app session"),
    B3("Generic Cloud Edge", Zone.EDGE, "Routes HTTPS traffic between systems"),
    B4("API Gateway", Zone.EDGE, "Validates the access token and forwards REST requests"),
    B5("Authorization Server", Zone.IDENTITY, "Authenticates user and issues authorization code"),
    B6("Consent Screen", Zone.IDENTITY, "Collects the user's decision on the requested scopes"),
    B7("Token Service", Zone.IDENTITY, "Exchanges code for access token and refresh token"),
    B8("Resource Server API", Zone.APPLICATION, "Validates bearer token and serves protected data"),
    B9("Audit Log Worker", Zone.APPLICATION, "Consumes events and writes audit records"),
    B10("Session Cache", Zone.DATA, "Stores short-lived session and state data"),
    B11("Message Queue", Zone.DATA, "Buffers audit and async events"),
    B12("Relational Database", Zone.DATA, "Persists clients, grants, users, and metadata"),
    B13("Refresh Token Store", Zone.DATA, "Stores and rotates refresh tokens"),
    B14("Reporting Store", Zone.DATA, "Loads sign-in metrics for dashboards"),
    B15("Notification Worker", Zone.APPLICATION, "Consumes events and tells users about their account");

    private final String title;
    private final Zone zone;
    private final String role;

    Box(String title, Zone zone, String role) {
        this.title = title;
        this.zone = zone;
        this.role = role;
    }

    /** The first line on the box, in English. */
    public String title() {
        return title;
    }

    /** The zone that the box stands in. */
    public Zone zone() {
        return zone;
    }

    /** The second line on the box, in English: what it does. */
    public String role() {
        return role;
    }
}
