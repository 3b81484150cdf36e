package dev.postern.identity.authorization.session;

import dev.postern.platform.Digests;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a browser's cookies say about it. Values that we cannot have made count as absent.
 *
 * @param session names the single sign-on session
 * @param binding ties pending interactions to this browser
 * @param device lets it be known again for a long time
 */
public record Browser(Optional<String> session, Optional<String> binding, Optional<String> device) {

    /** 256 bits as base64url. */
    private static final Pattern OURS = Pattern.compile("[A-Za-z0-9_-]{43}");

    static Browser of(HttpServletRequest request, String session, String binding, String device) {
        return new Browser(value(request, session), value(request, binding), value(request, device));
    }

    private static Optional<String> value(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(name))
                .flatMap(cookie -> Stream.ofNullable(cookie.getValue())) // null: Open Liberty could not read it
                .filter(value -> OURS.matcher(value).matches())
                .findFirst();
    }

    /** Whether this is the browser with that binding. */
    public boolean isBoundBy(String bindingHash) {
        return binding.map(value -> Digests.same(bindingHash, Digests.sha256(value)))
                .orElse(false);
    }

    @Override
    public String toString() {
        return "Browser[redacted]";
    }
}
