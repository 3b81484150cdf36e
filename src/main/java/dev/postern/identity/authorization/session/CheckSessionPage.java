package dev.postern.identity.authorization.session;

import dev.postern.page.headers.ContentPolicy;
import dev.postern.page.headers.PagePolicies;
import dev.postern.platform.Digests;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * The page that clients frame to ask whether the session has changed: OpenID Connect Session Management section 3.3.
 *
 * <p>It shows nothing, may be framed by anybody, and runs one script, which is named in its policy by its hash. The script is a classic
 * one with a SHA-256 of its own, since browsers give {@code crypto.subtle} to secure contexts only.
 */
@Service
public class CheckSessionPage implements PagePolicies {

    /** Below the issuer. */
    public static final String PATH = "/session/check";

    private final SessionStates states;
    private final String script;
    private final ContentPolicy policy;

    @Inject
    public CheckSessionPage(SessionStates states, Cookies cookies) {
        this.states = states;
        this.script = source().replace("COOKIE", cookies.browserStateName());
        byte[] hash = Digests.sha256(script.getBytes(StandardCharsets.UTF_8));
        this.policy = ContentPolicy.embedded("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    }

    private static String source() {
        try (InputStream resource = Objects.requireNonNull(
                CheckSessionPage.class.getResourceAsStream("/dev/postern/check-session.js"), "no script")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty where session management is off. */
    public Optional<String> html() {
        return states.areEnabled()
                ? Optional.of(
                        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Session</title></head><body>"
                                + "<script>" + script + "</script></body></html>")
                : Optional.empty();
    }

    @Override
    public Optional<ContentPolicy> of(String path, HttpServletRequest request) {
        return states.areEnabled() && path.equals(PATH) ? Optional.of(policy) : Optional.empty();
    }
}
