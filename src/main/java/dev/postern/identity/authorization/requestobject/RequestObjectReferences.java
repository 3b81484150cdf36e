package dev.postern.identity.authorization.requestobject;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.postern.data.database.Client;
import dev.postern.platform.Digests;
import dev.postern.platform.Service;
import dev.postern.platform.outgoing.FetchFailed;
import dev.postern.platform.outgoing.Fetched;
import dev.postern.platform.outgoing.GuardedFetch;
import dev.postern.protocol.OAuthErrorCode;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;

/**
 * Request objects by reference: OpenID Connect Core section 6.2, RFC 9101 section 5.2. Only from a URI that the client registered (the
 * fragment aside), by a guarded fetch; one whose fragment is the hash of its content is fetched once.
 */
@Service
class RequestObjectReferences {

    private static final Duration KEPT = Duration.ofMinutes(10);

    private final RequestObjectSupport support;
    private final Function<URI, Fetched> web;
    private final Cache<String, String> known =
            Caffeine.newBuilder().maximumSize(500).expireAfterWrite(KEPT).build();

    @Inject
    RequestObjectReferences(RequestObjectSupport support, GuardedFetch web) {
        this(support, uri -> web.get(uri, "application/oauth-authz-req+jwt, application/jwt"));
    }

    /** @param web throws {@link FetchFailed} */
    RequestObjectReferences(RequestObjectSupport support, Function<URI, Fetched> web) {
        this.support = support;
        this.web = web;
    }

    /** @throws Objected if it is not supported, not registered or not to be had */
    String fetch(String requestUri, Client client) {
        if (!support.byReference()) {
            throw new Objected(OAuthErrorCode.REQUEST_URI_NOT_SUPPORTED, "request_uri is not supported");
        }
        String address = withoutFragment(requestUri);
        boolean registered = client.requests().requestUris().stream()
                .map(RequestObjectReferences::withoutFragment)
                .anyMatch(address::equals);
        if (!registered) {
            throw new Objected(OAuthErrorCode.INVALID_REQUEST_URI, "request_uri is not registered for the client");
        }
        String before = known.getIfPresent(requestUri);
        return before == null ? fetched(requestUri, address) : before;
    }

    private String fetched(String requestUri, String address) {
        try {
            Fetched answer = web.apply(URI.create(address));
            if (answer.status() == 200) {
                String object = answer.text().strip();
                if (requestUri.equals(address + "#" + Digests.sha256(answer.text()))) {
                    known.put(requestUri, object);
                }
                return object;
            }
        } catch (FetchFailed | IllegalArgumentException e) {
            // The client is told that it cannot be had, and nothing about our network.
        }
        throw new Objected(OAuthErrorCode.INVALID_REQUEST_URI, "what is at request_uri cannot be had");
    }

    private static String withoutFragment(String uri) {
        int hash = uri.indexOf('#');
        return hash < 0 ? uri : uri.substring(0, hash);
    }
}
