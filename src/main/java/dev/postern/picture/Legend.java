package dev.postern.picture;

import java.util.Arrays;
import java.util.List;

/** The seven lines that tell the picture's story, and the caption below it. */
public enum Legend {
    L1("Browser opens the app and starts OAuth login.", 1),
    L2(
            "The app redirects the browser to the Authorization Server over HTTPS with client_id, scope, state and a"
                    + " PKCE code_challenge; state, nonce and verifier wait in the cache.",
            2,
            3),
    L3(
            "The Authorization Server authenticates the user and collects consent, then records the grant in the"
                    + " database.",
            4,
            5,
            6,
            7),
    L4("The Authorization Server redirects the browser back with an authorization code.", 8),
    L5(
            "The app exchanges the code plus code_verifier at the Token Service for an access token, an ID token and a"
                    + " refresh token.",
            9,
            10,
            11,
            12,
            13,
            14,
            15,
            16),
    L6(
            "The gateway or the app sends the bearer token to the Resource Server API, which validates it by JWKS or by"
                    + " introspection, with a cache.",
            17,
            18,
            19,
            20),
    L7(
            "The protected resource comes back as JSON; audit events go through the queue and are persisted by the"
                    + " worker, and sign-in metrics reach the reporting store.",
            21,
            22,
            23,
            24,
            25,
            26);

    /** What the picture says about itself. */
    public static final String CAPTION = "Illustrative OAuth 2 system flow, not an audited reference architecture";

    private final String text;
    private final List<Hop> hops;

    Legend(String text, Integer... hops) {
        this.text = text;
        this.hops = Arrays.stream(hops).map(number -> Hop.values()[number - 1]).toList();
    }

    /** The line, in English. */
    public String text() {
        return text;
    }

    /** The hops that the line tells. */
    public List<Hop> hops() {
        return hops;
    }

    /** The number in front of the line, 1 to 7. */
    public int number() {
        return ordinal() + 1;
    }
}
