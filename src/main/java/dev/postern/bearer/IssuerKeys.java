package dev.postern.bearer;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import dev.postern.platform.outgoing.OutgoingCalls;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's public keys: RFC 7517 section 5, fetched when they are first needed, when they are old, and when a token names one
 * that we do not know; the last never more often than once a pause, so that tokens with made-up key ids cause no traffic.
 *
 * <p>Keys that cannot be renewed stay in use: the issuer may be away while its tokens are good.
 */
final class IssuerKeys {

    private static final Logger LOG = Logger.getLogger(IssuerKeys.class.getName());

    private final OutgoingCalls calls;
    private final URI address;
    private final Clock clock;
    private final Duration lifetime;
    private final Duration pause;

    private JWKSet keys = new JWKSet();
    private Instant fetchedAt = Instant.MIN;
    private Instant triedAt = Instant.MIN;
    private @Nullable CompletableFuture<Boolean> fetching;

    IssuerKeys(OutgoingCalls calls, URI address, Clock clock, Duration lifetime, Duration pause) {
        this.calls = calls;
        this.address = address;
        this.clock = clock;
        this.lifetime = lifetime;
        this.pause = pause;
    }

    /** What a look for keys found. @param fetched whether the authorization server was asked for it */
    record Found(List<JWK> keys, boolean fetched) {}

    /** The keys that may have made a signature with this header: none if there are none. */
    CompletableFuture<Found> find(JWSHeader header) {
        List<JWK> known = select(header);
        if (!known.isEmpty() && !old()) {
            return CompletableFuture.completedFuture(new Found(known, false));
        }
        return refresh().thenApply(fetched -> new Found(select(header), fetched));
    }

    private synchronized List<JWK> select(JWSHeader header) {
        JWKMatcher matcher = JWKMatcher.forJWSHeader(header);
        return matcher == null ? List.of() : new JWKSelector(matcher).select(keys);
    }

    private synchronized boolean old() {
        return fetchedAt.equals(Instant.MIN) || clock.instant().isAfter(fetchedAt.plus(lifetime));
    }

    /** True once the keys were fetched, false if it was too early for that; concurrent callers share one fetch. */
    private synchronized CompletableFuture<Boolean> refresh() {
        if (fetching != null) {
            return fetching;
        }
        Instant now = clock.instant();
        if (!triedAt.equals(Instant.MIN) && now.isBefore(triedAt.plus(pause))) {
            return fetchedAt.equals(Instant.MIN)
                    ? CompletableFuture.failedFuture(new BearerUnavailable("the issuer's keys are not known yet"))
                    : CompletableFuture.completedFuture(false);
        }
        triedAt = now;
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        fetching = mine;
        return calls.send(HttpRequest.newBuilder(address))
                .thenApply(this::accept)
                .exceptionallyCompose(this::keepOldKeys)
                .whenComplete((fetched, failure) -> settle(mine, failure));
    }

    private void settle(CompletableFuture<Boolean> shared, @Nullable Throwable failure) {
        synchronized (this) {
            fetching = null;
        }
        if (failure == null) {
            shared.complete(true);
        } else {
            shared.completeExceptionally(failure);
        }
    }

    private synchronized boolean accept(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new BearerUnavailable("the issuer's keys were answered with " + response.statusCode());
        }
        try {
            keys = JWKSet.parse(response.body());
            fetchedAt = clock.instant();
            return true;
        } catch (ParseException e) {
            throw new BearerUnavailable("the issuer's keys cannot be read", e);
        }
    }

    private synchronized CompletableFuture<Boolean> keepOldKeys(Throwable failure) {
        LOG.log(
                Level.WARNING,
                "The keys of the issuer could not be fetched: {0}",
                OutgoingCalls.cause(failure).toString());
        return fetchedAt.equals(Instant.MIN)
                ? CompletableFuture.failedFuture(new BearerUnavailable("the issuer's keys are not known", failure))
                : CompletableFuture.completedFuture(true);
    }
}
