package dev.postern.bearer;

import dev.postern.data.StoreUnavailable;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.outgoing.OutgoingCalls;
import dev.postern.protocol.TokenValue;
import java.util.concurrent.CompletableFuture;

/**
 * Decides whether a bearer token is good: a JWT by the issuer's keys (RFC 9068), any other, and a JWT where it is demanded, by
 * introspection (RFC 7662). One instance for each party, made by {@link BearerTokensFactory}.
 */
public final class BearerTokens {

    private final Party party;
    private final JwtAccessTokens jwts;
    private final IntrospectedTokens introspected;
    private final HopTrace hops;

    BearerTokens(Party party, JwtAccessTokens jwts, IntrospectedTokens introspected, HopTrace hops) {
        this.party = party;
        this.jwts = jwts;
        this.introspected = introspected;
        this.hops = hops;
    }

    /**
     * The token's content. The stage fails with {@link BearerRefused} if the token is not good, and with {@link BearerUnavailable} or
     * {@link StoreUnavailable} if that cannot be found out.
     *
     * @param traceId of the sign-in that the call belongs to, empty if none is known
     */
    public CompletableFuture<AccessToken> validate(TokenValue token, Demand demand, String traceId) {
        return content(token, demand, traceId)
                .thenApply(content -> {
                    content.mustBeFor(demand.audiences());
                    return content;
                })
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(known(OutgoingCalls.cause(failure))));
    }

    private CompletableFuture<AccessToken> content(TokenValue token, Demand demand, String traceId) {
        try {
            boolean jwt = JwtAccessTokens.looksLikeOne(token);
            return jwt && !demand.introspect()
                    ? jwts.validate(token, fetched -> told(fetched, traceId))
                    : introspected.validate(token, traceId);
        } catch (StoreUnavailable unavailable) {
            return CompletableFuture.failedFuture(unavailable);
        }
    }

    private void told(boolean fetched, String traceId) {
        Remark remark = fetched ? Remark.AS_IS : Remark.KEYS_KNOWN;
        party.issuerHop().ifPresent(hop -> hops.passed(traceId, hop, remark, "GET /jwks"));
    }

    private static Throwable known(Throwable failure) {
        boolean known = failure instanceof BearerRefused
                || failure instanceof BearerUnavailable
                || failure instanceof StoreUnavailable;
        return known ? failure : new BearerUnavailable("the authorization server cannot be asked", failure);
    }
}
