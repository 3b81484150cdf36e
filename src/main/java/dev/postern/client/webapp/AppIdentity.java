package dev.postern.client.webapp;

import dev.postern.platform.BuiltInClients;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Who the app is to the authorization server, where it is itself, and where the others are. */
@Service
public class AppIdentity {

    private final Settings settings;
    private final Issuer issuer;
    private final BuiltInClients builtIn;

    @Inject
    public AppIdentity(Settings settings, Issuer issuer, BuiltInClients builtIn) {
        this.settings = settings;
        this.issuer = issuer;
        this.builtIn = builtIn;
    }

    boolean isServed() {
        return builtIn.appEnabled();
    }

    String clientId() {
        return chosen(settings.get(AppSettings.CLIENT_ID), BuiltInClients.APP);
    }

    /** client_secret_basic: RFC 6749 section 2.3.1, both parts form-encoded first. */
    String authorization() {
        String secret = settings.get(AppSettings.CLIENT_SECRET);
        String pair = encoded(clientId()) + ":" + encoded(secret.isEmpty() ? builtIn.secret(clientId()) : secret);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    String scope() {
        return settings.get(AppSettings.SCOPE);
    }

    String resource() {
        return chosen(settings.get(AppSettings.RESOURCE), builtIn.apiIdentifier());
    }

    /** The app's own URL, without a trailing slash. */
    String url() {
        return builtIn.appUrl();
    }

    String redirectUri() {
        return builtIn.appRedirectUri();
    }

    /** What every link within the app starts with. */
    String root() {
        return String.valueOf(URI.create(url()).getRawPath());
    }

    /** The path of shared things, such as the stylesheet: the app's path without its last part. */
    String assetsRoot() {
        String root = root();
        return root.substring(0, Math.max(0, root.lastIndexOf('/')));
    }

    /** Cookies follow the scheme of the app's own URL: https gives {@code __Host-}. */
    boolean isHttps() {
        return url().startsWith("https:");
    }

    String issuer() {
        return issuer.value();
    }

    String issuerOrigin() {
        return issuer.origin();
    }

    /** A URL that the browser is sent to. */
    String frontChannel(String path) {
        return issuer.endpoint(path);
    }

    /** A URL that the app calls itself. */
    URI backChannel(String path) {
        return issuer.backChannel(path);
    }

    URI api(String path) {
        String chosen = settings.get(AppSettings.API_URL);
        return chosen.isEmpty() ? issuer.backChannel("/gateway/api/v1" + path) : URI.create(chosen + path);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String chosen(String setting, String otherwise) {
        return setting.isEmpty() ? otherwise : setting;
    }
}
