package dev.postern.identity.clientauth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.postern.data.session.Region;
import dev.postern.data.session.SessionCache;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Digests;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Rate limits of client authentication: RFC 6749 section 2.3.1. They count failures, per address and per client and address, so that
 * nobody can lock a client out from elsewhere. Claimed ids are counted whether they exist or not.
 *
 * <p>Success costs no look into the shared cache: a node asks it about the pairs only that it has seen fail too often itself.
 */
@Service
class ClientThrottle {

    private static final int MOST_SUSPECTS = 10_000;

    private final SessionCache cache;
    private final Duration window;
    private final int perClient;
    private final int perAddress;
    private final Cache<String, Boolean> suspects;

    @Inject
    ClientThrottle(SessionCache cache, Settings settings) {
        this.cache = cache;
        this.window = settings.get(ClientAuthenticationSettings.FAILURE_WINDOW);
        this.perClient = settings.get(ClientAuthenticationSettings.FAILURES_PER_CLIENT);
        this.perAddress = settings.get(ClientAuthenticationSettings.FAILURES_PER_ADDRESS);
        this.suspects = Caffeine.newBuilder()
                .maximumSize(MOST_SUSPECTS)
                .expireAfterWrite(window)
                .build();
    }

    /** A client whose proof is good. @throws ClientNotAuthenticated all the same while it must wait for its failures */
    void admit(AuthenticatedClient client) {
        String pair = pairKey(client.id());
        if (client.isConfidential()
                && suspects.getIfPresent(pair) != null
                && cache.count(Region.FAILURES, pair) >= perClient) {
            throw new ClientNotAuthenticated(client.id(), client.method(), "the proof was good").tooOften(window);
        }
    }

    /** Counts a failure. @return what to answer */
    ClientNotAuthenticated counted(ClientNotAuthenticated failure) {
        if (cache.increment(Region.FAILURES, addressKey(), window) > perAddress) {
            return failure.tooOften(window);
        }
        String pair = pairKey(failure.claimedId());
        long failures = cache.increment(Region.FAILURES, pair, window);
        if (failures >= perClient) {
            suspects.put(pair, true);
        }
        return failures > perClient ? failure.tooOften(window) : failure;
    }

    private static String pairKey(String clientId) {
        return "client." + Digests.sha256(clientId + " " + CurrentRequest.get().network());
    }

    private static String addressKey() {
        return "client.address." + CurrentRequest.get().network();
    }
}
