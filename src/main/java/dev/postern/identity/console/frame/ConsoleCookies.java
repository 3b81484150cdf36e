package dev.postern.identity.console.frame;

import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The console's cookies: RFC 6265bis section 4.1.3. HttpOnly, SameSite=Lax, with the {@code __Host-} prefix where the issuer is https. */
@Service
class ConsoleCookies {

    /** 256 bits as base64url. */
    private static final Pattern OURS = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String session;
    private final String start;
    private final String attributes;

    @Inject
    ConsoleCookies(Issuer issuer) {
        this.session = issuer.cookieName("postern_console");
        this.start = issuer.cookieName("postern_console_start");
        this.attributes = "; Path=/; HttpOnly; SameSite=Lax" + (issuer.isHttps() ? "; Secure" : "");
    }

    Optional<String> session(HttpServletRequest request) {
        return value(request, session);
    }

    /** What ties a sign-in to the browser that began it. */
    Optional<String> start(HttpServletRequest request) {
        return value(request, start);
    }

    String session(String value) {
        return session + "=" + value + attributes;
    }

    String noSession() {
        return session + "=" + attributes + "; Max-Age=0";
    }

    String start(String value, long seconds) {
        return start + "=" + value + attributes + "; Max-Age=" + seconds;
    }

    private static Optional<String> value(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> OURS.matcher(value).matches())
                .findFirst();
    }
}
