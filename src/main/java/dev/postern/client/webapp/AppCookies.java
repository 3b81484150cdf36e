package dev.postern.client.webapp;

import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The app's two cookies: its session, and what binds a sign-in to the browser that began it. HttpOnly and SameSite=Lax both. */
@Service
public class AppCookies {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final boolean https;

    @Inject
    public AppCookies(AppIdentity identity) {
        this.https = identity.isHttps();
    }

    /** The two. */
    enum Name {
        SESSION("postern_app"),
        BROWSER("postern_app_browser");

        private final String plain;

        Name(String plain) {
            this.plain = plain;
        }
    }

    Optional<String> value(Map<String, Cookie> cookies, Name name) {
        return Optional.ofNullable(cookies.get(wire(name)))
                .map(Cookie::getValue)
                .filter(value -> SECRET.matcher(value).matches());
    }

    /** @param seconds how long it lasts; 0 removes it */
    NewCookie cookie(Name name, String value, long seconds) {
        return new NewCookie.Builder(wire(name))
                .value(value)
                .path("/")
                .secure(https)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge((int) seconds)
                .build();
    }

    private String wire(Name name) {
        return https ? "__Host-" + name.plain : name.plain;
    }
}
