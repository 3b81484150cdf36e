package dev.postern.identity.authorization.logout;

import dev.postern.data.StoreUnavailable;
import dev.postern.data.database.Client;
import dev.postern.data.session.Region;
import dev.postern.data.session.SessionCache;
import dev.postern.page.headers.ContentPolicy;
import dev.postern.page.headers.PagePolicies;
import dev.postern.platform.Digests;
import dev.postern.platform.Issuer;
import dev.postern.platform.Json;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import dev.postern.protocol.UrlEncoded;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Signs the person out at applications by frames in the page after the logout: OpenID Connect Front-Channel Logout sections 2 and 3.
 *
 * <p>The page is named by a secret, kept for some minutes, and may frame the origins of those applications alone.
 */
@Service
public class FrontChannel implements PagePolicies {

    /** The page, below the issuer. */
    static final String PAGE = "/signed-out";

    private static final Duration KEPT = Duration.ofMinutes(10);

    private final SessionCache cache;
    private final RandomValues random;
    private final Issuer issuer;

    @Inject
    public FrontChannel(SessionCache cache, RandomValues random, Issuer issuer) {
        this.cache = cache;
        this.random = random;
        this.issuer = issuer;
    }

    /** The URLs that those applications registered for it, each with issuer and session: section 3. */
    List<String> frames(List<Client> participants, String sessionId) {
        return participants.stream()
                .map(client -> client.logout().frontChannelUri())
                .filter(uri -> !uri.isEmpty())
                .map(uri -> frame(uri, sessionId))
                .toList();
    }

    private String frame(String uri, String sessionId) {
        StringBuilder url = new StringBuilder(uri);
        if (uri.indexOf('?') < 0) {
            url.append('?');
        }
        UrlEncoded.append(url, "iss", issuer.value());
        UrlEncoded.append(url, "sid", sessionId);
        return url.toString();
    }

    /** The URL of a page with these frames. */
    String page(SignedOut signedOut) {
        String id = random.secret();
        cache.put(Region.LOGOUT, key(id), Json.write(signedOut), KEPT);
        return issuer.endpoint(PAGE + "?logout=" + id);
    }

    /** What a page of ours shows; empty if there is none of that name any more. */
    public Optional<SignedOut> find(String id) {
        return cache.get(Region.LOGOUT, key(id)).map(text -> Json.read(text, SignedOut.class));
    }

    @Override
    public Optional<ContentPolicy> of(String path, HttpServletRequest request) {
        if (!path.equals(PAGE)) {
            return Optional.empty();
        }
        String id = Optional.ofNullable(request.getParameter("logout")).orElse("");
        try {
            return find(id).map(page -> ContentPolicy.STRICT.framing(origins(page)));
        } catch (StoreUnavailable e) {
            return Optional.empty(); // the page itself will meet the same and say so
        }
    }

    private static String origins(SignedOut page) {
        return page.frames().stream().map(ContentPolicy::source).distinct().collect(Collectors.joining(" "));
    }

    /** Not the key under which a logout waits for its confirmation. */
    private static String key(String id) {
        return Digests.sha256("signed out " + id);
    }
}
