package dev.postern.bearer;

import dev.postern.data.session.Region;
import dev.postern.data.session.SessionCache;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.Json;
import dev.postern.platform.Traces;
import dev.postern.protocol.TokenValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Validation by introspection with a short memory (RFC 7662 section 4 on caching): the Session Cache (B10) holds each party's
 * results, under the token's hash, a few seconds at most. Concurrent requests with one token share one question.
 */
final class IntrospectedTokens {

    private final Party party;
    private final String issuer;
    private final Introspection introspection;
    private final SessionCache cache;
    private final HopTrace hops;
    private final Clock clock;
    private final Duration believed;
    private final Duration believedInactive;
    private final Map<String, CompletableFuture<Map<String, Object>>> asked = new ConcurrentHashMap<>();

    IntrospectedTokens(
            Party party,
            String issuer,
            Introspection introspection,
            SessionCache cache,
            HopTrace hops,
            Clock clock,
            Duration believed,
            Duration believedInactive) {
        this.party = party;
        this.issuer = issuer;
        this.introspection = introspection;
        this.cache = cache;
        this.hops = hops;
        this.clock = clock;
        this.believed = believed;
        this.believedInactive = believedInactive;
    }

    CompletableFuture<AccessToken> validate(TokenValue token, String traceId) {
        String key = party.name() + ":" + token.hash();
        Optional<String> cached = cache.get(Region.INTROSPECTION, key);
        hops.passed(
                traceId,
                party.cacheHop(),
                cached.isPresent() ? Remark.INTROSPECTION_CACHED : Remark.INTROSPECTION_NOT_CACHED);
        CompletableFuture<Map<String, Object>> claims = cached.isPresent()
                ? CompletableFuture.completedFuture(Json.readObject(cached.get()))
                : ask(key, token, traceId);
        return claims.thenApply(this::accept);
    }

    private CompletableFuture<Map<String, Object>> ask(String key, TokenValue token, String traceId) {
        CompletableFuture<Map<String, Object>> mine = new CompletableFuture<>();
        CompletableFuture<Map<String, Object>> other = asked.putIfAbsent(key, mine);
        if (other != null) {
            return other;
        }
        party.issuerHop().ifPresent(hop -> hops.passed(traceId, hop, Remark.AS_IS, "POST /introspect"));
        return introspection
                .ask(token, traceId.isEmpty() ? "" : Traces.header(traceId))
                .thenApply(claims -> remember(key, claims))
                .whenComplete((claims, failure) -> {
                    asked.remove(key);
                    if (failure == null) {
                        mine.complete(claims);
                    } else {
                        mine.completeExceptionally(failure);
                    }
                });
    }

    private Map<String, Object> remember(String key, Map<String, Object> claims) {
        Duration keep = Boolean.TRUE.equals(claims.get("active")) ? believed : believedInactive;
        if (keep.toMillis() > 0) {
            cache.put(Region.INTROSPECTION, key, Json.write(claims), keep);
        }
        return claims;
    }

    private AccessToken accept(Map<String, Object> claims) {
        if (!Boolean.TRUE.equals(claims.get("active")) || !issuer.equals(claims.getOrDefault("iss", issuer))) {
            throw BearerRefused.badToken("The token is not valid, has expired or was revoked.");
        }
        try {
            AccessToken token = AccessToken.of(claims);
            token.mustLiveAt(Instant.now(clock));
            return token;
        } catch (IllegalArgumentException e) {
            throw new BearerUnavailable("the introspection answer lacks what it must have", e);
        }
    }
}
