package dev.postern.client.webapp;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of the web app; whether it is served and where is said in {@code PlatformSettings}. */
public final class AppSettings {

    public static final Setting<String> CLIENT_ID =
            Setting.text("postern.app.client-id", "", "The app's client_id; empty: the built-in client postern-app.");

    public static final Setting<String> CLIENT_SECRET = Setting.text(
            "postern.app.client-secret",
            "",
            "The app's client secret (client_secret_basic); empty: the built-in client's, which follows from the master key.");

    public static final Setting<String> SCOPE =
            Setting.text("postern.app.scope", "openid profile email notes.read", "The scope that the app asks for.");

    public static final Setting<String> RESOURCE = Setting.text(
            "postern.app.resource",
            "",
            "The resource that the app wants tokens for (RFC 8707); empty: the Resource Server API.");

    public static final Setting<String> API_URL = Setting.text(
            "postern.app.api-url",
            "",
            "Where the app calls the API; empty: through the gateway of the authorization server, by the back channel.");

    public static final Setting<String> ID_TOKEN_ALGORITHM = Setting.text(
            "postern.app.id-token-algorithm",
            "RS256",
            "The signature algorithm that the app's client has for ID tokens.");

    public static final Setting<Duration> STATE_LIFETIME = Setting.duration(
            "postern.app.state-lifetime", "15m", "How long a sign-in may take from the app's point of view.");

    public static final Setting<Duration> SESSION_LIFETIME =
            Setting.duration("postern.app.session-lifetime", "8h", "How long the app's own session lasts.");

    public static final Setting<Duration> TIMEOUT =
            Setting.duration("postern.app.timeout", "10s", "How long the app waits for an answer of another party.");

    public static final Setting<Integer> PARALLEL_CALLS =
            Setting.count("postern.app.parallel-calls", 64, "Calls that the app makes to other parties at once.");

    public static final Setting<Integer> WAITING_CALLS = Setting.count(
            "postern.app.waiting-calls",
            1_000,
            "Calls that wait for their turn, holding no thread; more are answered 503.");

    public static final Setting<Duration> LONGEST_WAIT = Setting.duration(
            "postern.app.longest-wait", "8s", "How long a call waits for its turn before the page is answered 503.");

    private AppSettings() {}
}
