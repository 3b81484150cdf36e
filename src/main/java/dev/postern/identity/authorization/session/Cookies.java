package dev.postern.identity.authorization.session;

import dev.postern.identity.lifetime.SessionSettings;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;

/**
 * The cookies of the authorization server: RFC 6265bis section 4.1.3.
 *
 * <p>HttpOnly, SameSite=Lax, for the whole host, but for the browser state of session management. Their names and Secure follow the configured issuer's scheme, never the request's.
 */
@Service
public class Cookies {

    private final String session;
    private final String binding;
    private final String device;
    private final String browserState;
    private final String attributes;
    private final String forFrames;
    private final Duration deviceLifetime;

    @Inject
    public Cookies(Issuer issuer, Settings settings) {
        this.session = issuer.cookieName("postern_session");
        this.binding = issuer.cookieName("postern_browser");
        this.device = issuer.cookieName("postern_device");
        this.browserState = issuer.cookieName("postern_state");
        this.attributes = "; Path=/; HttpOnly; SameSite=Lax" + (issuer.isHttps() ? "; Secure" : "");
        this.forFrames = "; Path=/" + (issuer.isHttps() ? "; SameSite=None; Secure" : "; SameSite=Lax");
        this.deviceLifetime = settings.get(SessionSettings.DEVICE_LIFETIME);
    }

    public Browser read(HttpServletRequest request) {
        return Browser.of(request, session, binding, device);
    }

    /** Until the browser is closed; the server ends the session in any case. */
    public String session(String value) {
        return session + "=" + value + attributes;
    }

    public String noSession() {
        return session + "=" + attributes + "; Max-Age=0";
    }

    /** OpenID Connect Session Management section 3.3: what our page in a client's frame compares, so scripts read it there. */
    public String browserState(String value) {
        return browserState + "=" + value + forFrames;
    }

    public String noBrowserState() {
        return browserState + "=" + forFrames + "; Max-Age=0";
    }

    public String browserStateName() {
        return browserState;
    }

    public String binding(String value) {
        return binding + "=" + value + attributes;
    }

    public String device(String value) {
        return device + "=" + value + attributes + "; Max-Age=" + deviceLifetime.toSeconds();
    }
}
