package dev.postern.identity.backchannel;

import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.platform.outgoing.FetchFailed;
import dev.postern.platform.outgoing.GuardedFetch;
import dev.postern.platform.outgoing.Threads;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Posts logout tokens, some at once: Back-Channel Logout sections 2.5 and 2.8. */
@Service
class LogoutCalls {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final GuardedFetch fetch;
    private final Executor threads;

    @Inject
    LogoutCalls(GuardedFetch fetch, Threads threads, Settings settings) {
        this.fetch = fetch;
        this.threads = threads.pool("logout", settings.get(BackChannelSettings.PARALLEL_CALLS));
    }

    /** Never fails: a failure is an attempt of that result. */
    CompletableFuture<Attempt> post(String uri, String logoutToken) {
        return CompletableFuture.supplyAsync(() -> attempt(URI.create(uri), logoutToken), threads);
    }

    /** A JWS is its own form encoding. */
    private Attempt attempt(URI uri, String logoutToken) {
        try {
            byte[] form = ("logout_token=" + logoutToken).getBytes(StandardCharsets.US_ASCII);
            return Attempt.of(fetch.post(uri, FORM, form).status());
        } catch (FetchFailed e) {
            return switch (e.reason()) {
                case NOT_ALLOWED, PRIVATE_ADDRESS -> Attempt.refused(String.valueOf(e.getMessage()));
                default -> Attempt.later(String.valueOf(e.getMessage()));
            };
        }
    }
}
