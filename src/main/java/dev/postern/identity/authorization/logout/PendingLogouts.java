package dev.postern.identity.authorization.logout;

import dev.postern.data.StoreUnavailable;
import dev.postern.data.session.Region;
import dev.postern.data.session.SessionCache;
import dev.postern.identity.authorization.session.Browser;
import dev.postern.identity.authorization.session.Cookies;
import dev.postern.identity.authorization.session.SsoSession;
import dev.postern.identity.authorization.session.SsoSessions;
import dev.postern.page.headers.ContentPolicy;
import dev.postern.page.headers.PagePolicies;
import dev.postern.platform.Digests;
import dev.postern.platform.Json;
import dev.postern.platform.MasterKeys;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** Logouts that wait for confirmation, each bound to the session that it would end. */
@Service
public class PendingLogouts implements PagePolicies {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final String PURPOSE = "logout form token";

    private final SessionCache cache;
    private final SsoSessions sessions;
    private final Cookies cookies;
    private final RandomValues random;
    private final MasterKeys keys;

    @Inject
    public PendingLogouts(
            SessionCache cache, SsoSessions sessions, Cookies cookies, RandomValues random, MasterKeys keys) {
        this.cache = cache;
        this.sessions = sessions;
        this.cookies = cookies;
        this.random = random;
        this.keys = keys;
    }

    String begin(PendingLogout logout) {
        String id = random.secret();
        cache.put(Region.LOGOUT, Digests.sha256(id), Json.write(logout), KEPT);
        return id;
    }

    /** The logout, if it is pending and would end this browser's session. */
    public Optional<PendingLogout.Shown> find(String id, Browser browser) {
        return cache.get(Region.LOGOUT, Digests.sha256(id))
                .map(text -> Json.read(text, PendingLogout.class))
                .filter(logout -> isOf(logout, browser))
                .map(logout -> new PendingLogout.Shown(id, formToken(id), logout));
    }

    /** The logout that a form answers, once: of two answers exactly one gets it. */
    Optional<PendingLogout> answered(String id, String formToken, Browser browser) {
        return find(id, browser)
                .filter(shown -> Digests.same(shown.formToken(), formToken))
                .flatMap(shown -> cache.take(Region.LOGOUT, Digests.sha256(id)))
                .map(text -> Json.read(text, PendingLogout.class));
    }

    /** The answer to the form redirects to the client, which the page's policy must allow. */
    @Override
    public Optional<ContentPolicy> of(String path, HttpServletRequest request) {
        if (!path.equals("/logout-confirm")) {
            return Optional.empty(); // and never touch a parameter elsewhere: that would read the body away
        }
        String id = Optional.ofNullable(request.getParameter("logout")).orElse("");
        try {
            return find(id, cookies.read(request))
                    .filter(shown -> !shown.state().redirectUri().isEmpty())
                    .map(shown -> ContentPolicy.STRICT.formsTo(
                            ContentPolicy.source(shown.state().redirectUri())));
        } catch (StoreUnavailable e) {
            return Optional.empty(); // the page itself will meet the same and say so
        }
    }

    private boolean isOf(PendingLogout logout, Browser browser) {
        return sessions.find(browser.session())
                .map(SsoSession::id)
                .map(logout.sessionId()::equals)
                .orElse(false);
    }

    private String formToken(String id) {
        byte[] key = keys.derive(PURPOSE, keys.currentVersion());
        byte[] mac = MasterKeys.hmac(key, id.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }
}
