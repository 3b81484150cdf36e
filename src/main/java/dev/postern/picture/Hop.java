package dev.postern.picture;

import static dev.postern.picture.Box.B1;
import static dev.postern.picture.Box.B10;
import static dev.postern.picture.Box.B11;
import static dev.postern.picture.Box.B12;
import static dev.postern.picture.Box.B13;
import static dev.postern.picture.Box.B14;
import static dev.postern.picture.Box.B15;
import static dev.postern.picture.Box.B2;
import static dev.postern.picture.Box.B3;
import static dev.postern.picture.Box.B4;
import static dev.postern.picture.Box.B5;
import static dev.postern.picture.Box.B6;
import static dev.postern.picture.Box.B7;
import static dev.postern.picture.Box.B8;
import static dev.postern.picture.Box.B9;
import static dev.postern.picture.Leg.data;
import static dev.postern.picture.Leg.event;
import static dev.postern.picture.Leg.message;
import static dev.postern.picture.Leg.redirect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A hop of the picture: a piece of real traffic between boxes, in the order in which a sign-in takes them. */
public enum Hop {
    H1("The user opens the app and chooses Sign in", message(B1, B2, "GET /login")),
    H2("The app stores its temporary state", data(B2, B10, "state + nonce + PKCE verifier")),
    H3(
            "Authorization request",
            redirect(B2, B1, "302 redirect to authorize"),
            message(B1, B5, "HTTPS GET /authorize", "client_id + redirect_uri + scope + state + code_challenge")),
    H4("Client, redirect URI, user, earlier consent", data(B5, B12, "client lookup / user auth / grant record")),
    H5("SSO session and pending interaction", data(B5, B10, "cache lookup")),
    H6("Login form: password, passkey or one-time code", message(B1, B5, "User credentials")),
    H7("Consent form, remembered as a grant", message(B1, B6, "Consent decision"), message(B6, B5)),
    H8(
            "Back to the app with code, state and iss",
            redirect(B5, B1, "302 redirect with authorization code"),
            redirect(B1, B2)),
    H9(
            "Back channel: the code becomes tokens",
            message(B2, B7, "HTTPS POST /token", "authorization_code + code_verifier")),
    H10("Single use, bound to client, redirect URI and verifier", data(B7, B12, "Validate code, client, redirect URI")),
    H11("Family, rotation, reuse detection", data(B7, B13, "store or rotate refresh token")),
    H12("200 OK JSON", message(B7, B2, "access token (JWT or opaque) + refresh token", "ID token")),
    H13("The app asks who the user is", message(B2, B7, "GET /userinfo", "User profile JSON")),
    H14("The app's own account record and account link (issuer + subject)", data(B2, B12, "UPSERT user record")),
    H15(
            "App session in the cache, its cookie in the browser",
            data(B2, B10, "session data"),
            message(B2, B1, "Session cookie")),
    H16("The app tells that somebody signed in", event(B2, B11, "publish login event")),
    H17("API call through edge and gateway", message(B2, B3, "Bearer access token"), message(B3, B4)),
    H18(
            "The gateway decides and forwards",
            data(B4, B10, "token introspection cache lookup"),
            message(B4, B8, "forward REST request")),
    H19(
            "Local JWT validation, or introspection for opaque tokens",
            message(B8, B7, "token introspection or JWKS fetch")),
    H20("Cached introspection result", data(B8, B10, "token metadata cache")),
    H21(
            "200 JSON, or 401 / 403 with WWW-Authenticate",
            message(B8, B2, "JSON resource response"),
            message(B2, B1, "authenticated app response")),
    H22(
            "Every security-relevant event",
            event(B5, B11, "enqueue audit event"),
            event(B7, B11),
            event(B8, B11),
            event(B4, B11),
            event(B2, B11)),
    H23("At least once in the queue, exactly once in the table", event(B11, B9), data(B9, B12, "INSERT audit row")),
    H24(
            "Extract, transform, load into the reporting store, shown on dashboards",
            event(B11, B9),
            data(B9, B14, "ETL sign-in metrics")),
    H25(
            "Mail to the user: new device, password changed, tokens revoked",
            event(B11, B15, "notification event"),
            message(B15, B1)),
    H26("The resource itself", data(B8, B12, "read/write protected data"));

    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // List.of and records: immutable
    private final List<Leg> legs;

    Hop(String description, Leg... legs) {
        this.description = description;
        this.legs = List.of(legs);
    }

    /** What this hop is, in English. */
    public String description() {
        return description;
    }

    /** The arrows of this hop, in the order of travel. */
    public List<Leg> legs() {
        return legs;
    }

    /** Every label of this hop, letter for letter as on the picture. */
    public List<String> labels() {
        return legs.stream().flatMap(leg -> leg.labels().stream()).toList();
    }

    /** Where the hop begins. */
    public Box from() {
        return legs.get(0).from();
    }

    /** Every box that this hop touches, in the order of travel. */
    public List<Box> boxes() {
        return legs.stream()
                .flatMap(leg -> Stream.of(leg.from(), leg.to()))
                .distinct()
                .toList();
    }

    /** The PKCE parameter that travels on this hop (RFC 7636) and gets a callout on the picture. */
    public Optional<String> pkce() {
        return switch (this) {
            case H3 -> Optional.of("code_challenge");
            case H9 -> Optional.of("code_verifier");
            default -> Optional.empty();
        };
    }

    /** The hop that is written {@code H1} to {@code H26}, if there is one. */
    public static Optional<Hop> named(String id) {
        return Arrays.stream(values()).filter(hop -> hop.name().equals(id)).findFirst();
    }
}
