package dev.postern.identity.authorization.interaction;

import dev.postern.data.session.Region;
import dev.postern.data.session.SessionCache;
import dev.postern.platform.Digests;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import dev.postern.protocol.UrlEncoded;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Requests that came by POST and wait for the GET that picks them up, since a POST from another site brings no Lax cookies.
 *
 * <p>They hold only what the sender said, and say nothing about the browser: knowing the id allows nothing that sending the
 * request again would not.
 */
@Service
public class PostedRequests {

    /** The parameter of the GET. */
    public static final String PARAMETER = "posted";

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final SessionCache cache;
    private final RandomValues random;

    @Inject
    public PostedRequests(SessionCache cache, RandomValues random) {
        this.cache = cache;
        this.random = random;
    }

    /** @return the id for {@link #PARAMETER} */
    public String keep(Map<String, List<String>> parameters) {
        String id = random.secret();
        cache.put(Region.INTERACTION, key(id), UrlEncoded.encode(parameters), KEPT);
        return id;
    }

    /** The request, also a second time: a page can be reloaded. */
    public Optional<Map<String, List<String>>> find(String id) {
        return cache.get(Region.INTERACTION, key(id)).map(UrlEncoded::decode);
    }

    private static String key(String id) {
        return "posted." + Digests.sha256(id);
    }
}
