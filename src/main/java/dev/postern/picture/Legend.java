package dev.postern.picture;

import java.util.EnumSet;
import java.util.List;

/** The seven lines that tell the picture's story, and the caption below it. */
public enum Legend {
    L1(1, Hop.H1, Hop.H1, "Browser opens the app and starts OAuth login."),
    L2(
            2,
            Hop.H2,
            Hop.H3,
            "The app redirects the browser to the Authorization Server over HTTPS with client_id, scope, state and a"
                    + " PKCE code_challenge; state, nonce and verifier wait in the cache."),
    L3(
            3,
            Hop.H4,
            Hop.H7,
            "The Authorization Server authenticates the user and collects consent, then records the grant in the"
                    + " database."),
    L4(4, Hop.H8, Hop.H8, "The Authorization Server redirects the browser back with an authorization code."),
    L5(
            5,
            Hop.H9,
            Hop.H16,
            "The app exchanges the code plus code_verifier at the Token Service for an access token, an ID token and a"
                    + " refresh token."),
    L6(
            6,
            Hop.H17,
            Hop.H20,
            "The gateway or the app sends the bearer token to the Resource Server API, which validates it by JWKS or by"
                    + " introspection, with a cache."),
    L7(
            7,
            Hop.H21,
            Hop.H26,
            "The protected resource comes back as JSON; audit events go through the queue and are persisted by the"
                    + " worker, and sign-in metrics reach the reporting store.");

    /** What the picture says about itself. */
    public static final String CAPTION = "Illustrative OAuth 2 system flow, not an audited reference architecture";

    private final int number;
    private final Hop first;
    private final Hop last;
    private final String text;

    Legend(int number, Hop first, Hop last, String text) {
        this.number = number;
        this.first = first;
        this.last = last;
        this.text = text;
    }

    /** The number in front of the line, 1 to 7. */
    public int number() {
        return number;
    }

    /** The line, in English. */
    public String text() {
        return text;
    }

    /** The hops that the line tells. */
    public List<Hop> hops() {
        return List.copyOf(EnumSet.range(first, last));
    }
}
