package dev.postern.identity.authorization.session;

import dev.postern.identity.lifetime.SessionSettings;
import dev.postern.page.headers.ContentPolicy;
import dev.postern.platform.Digests;
import dev.postern.platform.MasterKeys;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * What a client needs to notice, in the browser, that the person's session has changed: OpenID Connect Session Management sections 2
 * and 3.2. All of it is empty where session management is off.
 *
 * <p>The browser state, which scripts of our own page can read, is a keyed hash of the session's id: it opens nothing, names
 * nobody, and costs no look-up.
 */
@Service
public class SessionStates {

    private static final String PURPOSE = "browser state";

    private final boolean enabled;
    private final MasterKeys keys;
    private final RandomValues random;
    private final Cookies cookies;

    @Inject
    public SessionStates(Settings settings, MasterKeys keys, RandomValues random, Cookies cookies) {
        this.enabled = settings.get(SessionSettings.MANAGEMENT);
        this.keys = keys;
        this.random = random;
        this.cookies = cookies;
    }

    public boolean areEnabled() {
        return enabled;
    }

    /** The {@code session_state} of an answer; empty, too, if the redirect URI has no web origin that could ask. */
    public String of(String clientId, String redirectUri, String sessionId) {
        Optional<String> origin = enabled ? origin(redirectUri) : Optional.empty();
        return origin.map(known -> hashed(clientId, known, browserState(sessionId), random.identifier()))
                .orElse("");
    }

    private static String hashed(String clientId, String origin, String browserState, String salt) {
        String text = clientId + " " + origin + " " + browserState + " " + salt;
        byte[] hash = Digests.sha256(text.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(hash) + "." + salt;
    }

    /** As browsers write it: in lower case, without a default port. */
    private static Optional<String> origin(String redirectUri) {
        String origin = ContentPolicy.source(redirectUri).toLowerCase(Locale.ROOT);
        if (!origin.contains("://")) {
            return Optional.empty();
        }
        return Optional.of(origin.replaceFirst(origin.startsWith("https:") ? ":443$" : ":80$", ""));
    }

    /** The cookie that goes with a session; none where session management is off. */
    public Optional<String> cookie(String sessionId) {
        return enabled ? Optional.of(cookies.browserState(browserState(sessionId))) : Optional.empty();
    }

    public Optional<String> noCookie() {
        return enabled ? Optional.of(cookies.noBrowserState()) : Optional.empty();
    }

    private String browserState(String sessionId) {
        byte[] key = keys.derive(PURPOSE, keys.currentVersion());
        byte[] mac = MasterKeys.hmac(key, sessionId.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }
}
