package dev.postern.identity.authorization.interaction;

import dev.postern.data.session.Region;
import dev.postern.data.session.SessionCache;
import dev.postern.identity.authorization.departure.Answer;
import dev.postern.identity.authorization.request.BrowserRequests;
import dev.postern.page.PageRefused;
import dev.postern.page.Problem;
import dev.postern.platform.Digests;
import dev.postern.platform.Issuer;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import dev.postern.protocol.UrlEncoded;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Requests that came by POST and wait for the GET that picks them up, since a POST from another site brings no Lax cookies.
 *
 * <p>They hold only what the sender said, and say nothing about the browser: knowing the id allows nothing that sending the
 * request again would not.
 */
@Service
public class PostedRequests {

    /** The parameter of the GET. */
    private static final String PARAMETER = "posted";

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final SessionCache cache;
    private final RandomValues random;
    private final BrowserRequests browserRequests;
    private final Issuer issuer;

    @Inject
    public PostedRequests(SessionCache cache, RandomValues random, BrowserRequests browserRequests, Issuer issuer) {
        this.cache = cache;
        this.random = random;
        this.browserRequests = browserRequests;
        this.issuer = issuer;
    }

    /** Keeps what was posted. @return where the browser picks it up by GET */
    public Answer keep(InputStream body, String endpoint) {
        String id = random.secret();
        String parameters = UrlEncoded.encode(browserRequests.body(body));
        cache.put(Region.INTERACTION, key(id), parameters, KEPT);
        return Answer.to(issuer.endpoint(endpoint + "?" + PARAMETER + "=" + id));
    }

    /** The parameters of a GET, or of the POST that led to it; the latter also a second time: a page can be reloaded. */
    public Map<String, List<String>> parameters(HttpServletRequest request) {
        Map<String, List<String>> query = browserRequests.query(request);
        List<String> posted = query.get(PARAMETER);
        if (posted == null) {
            return query;
        }
        return cache.get(Region.INTERACTION, key(posted.get(0)))
                .map(UrlEncoded::decode)
                .orElseThrow(() -> new PageRefused(Problem.EXPIRED));
    }

    private static String key(String id) {
        return "posted." + Digests.sha256(id);
    }
}
