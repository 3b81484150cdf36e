package dev.postern.client.webapp;

import dev.postern.client.webapp.AppSessions.Stored;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Sees to it that a session's access token is good: it is refreshed shortly before it expires, by one request at a time. Requests
 * of this node share one refresh; other nodes wait for the session to change in the cache.
 */
@Service
public class FreshTokens {

    private static final Duration EARLY = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final AppSessions sessions;
    private final TokenCalls tokens;
    private final Clock clock;
    private final Duration patience;
    private final ConcurrentHashMap<String, CompletableFuture<Optional<AppSession>>> underWay =
            new ConcurrentHashMap<>();

    @Inject
    public FreshTokens(AppSessions sessions, TokenCalls tokens, Clock clock, Settings settings) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.clock = clock;
        this.patience = settings.get(AppSettings.TIMEOUT);
    }

    /** The session with a good access token; empty if it is over, because its refresh token is. */
    CompletableFuture<Optional<AppSession>> of(Stored stored) {
        if (isFresh(stored.session()) || stored.session().refreshToken().isEmpty()) {
            return CompletableFuture.completedFuture(Optional.of(stored.session()));
        }
        CompletableFuture<Optional<AppSession>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<AppSession>> other = underWay.putIfAbsent(stored.key(), mine);
        if (other != null) {
            return other;
        }
        return refreshed(stored.key(), clock.instant().plus(patience).toEpochMilli())
                .whenComplete((session, failure) -> {
                    underWay.remove(stored.key());
                    if (failure == null) {
                        mine.complete(session);
                    } else {
                        mine.completeExceptionally(failure);
                    }
                });
    }

    private boolean isFresh(AppSession session) {
        return clock.instant().plus(EARLY).isBefore(session.accessTokenEndsAt());
    }

    /** A stage from the first look on: whoever shares it must learn that the cache is away. */
    private CompletableFuture<Optional<AppSession>> refreshed(String key, long until) {
        return CompletableFuture.completedFuture(key).thenCompose(same -> attempt(same, until));
    }

    private CompletableFuture<Optional<AppSession>> attempt(String key, long until) {
        if (sessions.claimRefresh(key, patience.multipliedBy(2))) {
            return CompletableFuture.completedFuture(key)
                    .thenApply(sessions::byKey)
                    .thenCompose(this::refreshedIfNeeded)
                    .whenComplete((session, failure) -> sessions.releaseRefresh(key));
        }
        if (clock.millis() > until) {
            return CompletableFuture.failedFuture(
                    new SignInFailed(SignInFailed.Reason.UNAVAILABLE, "another node's refresh did not come to an end"));
        }
        Executor later = CompletableFuture.delayedExecutor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        return CompletableFuture.supplyAsync(() -> key, later).thenCompose(same -> refreshed(same, until));
    }

    /** @param now the session as it is under our claim: somebody else may have refreshed it a moment ago */
    private CompletableFuture<Optional<AppSession>> refreshedIfNeeded(Optional<Stored> now) {
        return now.isEmpty() || isFresh(now.get().session())
                ? CompletableFuture.completedFuture(now.map(Stored::session))
                : refresh(now.get());
    }

    private CompletableFuture<Optional<AppSession>> refresh(Stored stored) {
        AppSession before = stored.session();
        return tokens.refresh(before.refreshToken(), before.traceId())
                .thenApply(answer -> {
                    AppSession after = before.with(answer, clock.instant());
                    return sessions.replace(stored, after)
                            ? Optional.of(after)
                            : sessions.byKey(stored.key()).map(Stored::session);
                })
                .exceptionally(failure -> over(stored, failure));
    }

    /** A refresh token that is over ends the session; anything else is a failure of the moment. */
    private Optional<AppSession> over(Stored stored, Throwable failure) {
        Throwable cause = dev.postern.platform.outgoing.OutgoingCalls.cause(failure);
        if (cause instanceof SignInFailed failed && failed.reason() == SignInFailed.Reason.EXPIRED) {
            sessions.end(stored.key());
            return Optional.empty();
        }
        throw new java.util.concurrent.CompletionException(cause);
    }
}
