package dev.postern.identity.clientauth;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.postern.data.database.Client;
import dev.postern.data.database.client.AssertionAudience;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client assertion must say: RFC 7523 section 3, with the issuer identifier as its only audience, or the token endpoint for clients
 * that are registered so.
 */
@Service
class AssertionClaims {

    private static final int LONGEST_JTI = 255;

    private final Issuer issuer;
    private final Clock clock;
    private final Duration skew;
    private final Duration maxLifetime;

    @Inject
    AssertionClaims(Issuer issuer, Clock clock, Settings settings) {
        this.issuer = issuer;
        this.clock = clock;
        this.skew = settings.get(ClientAuthenticationSettings.CLOCK_SKEW);
        this.maxLifetime = settings.get(ClientAuthenticationSettings.ASSERTION_MAX_LIFETIME);
    }

    Duration clockSkew() {
        return skew;
    }

    /** What is wrong with the claims; empty if nothing is. */
    Optional<String> problem(JWTClaimsSet claims, Client client) {
        String clientId = client.id();
        if (!clientId.equals(claims.getIssuer()) || !clientId.equals(claims.getSubject())) {
            return Optional.of("iss and sub are not both the client id");
        }
        if (!isForUs(claims.getAudience(), client.authentication().audience())) {
            return Optional.of("aud is not the issuer alone");
        }
        String tokenId = claims.getJWTID();
        if (tokenId == null || tokenId.isEmpty() || tokenId.length() > LONGEST_JTI) {
            return Optional.of("jti is missing or too long");
        }
        return timeProblem(claims);
    }

    /** One audience only, which a string is as well as an array of one. */
    private boolean isForUs(List<String> audience, AssertionAudience registered) {
        return List.of(issuer.value()).equals(audience)
                || (registered == AssertionAudience.ISSUER_OR_TOKEN_ENDPOINT
                        && List.of(issuer.endpoint("/token")).equals(audience));
    }

    private Optional<String> timeProblem(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Date expires = claims.getExpirationTime();
        if (expires == null) {
            return Optional.of("exp is missing");
        }
        if (!now.isBefore(expires.toInstant().plus(skew))) {
            return Optional.of("the assertion has expired");
        }
        if (expires.toInstant().isAfter(now.plus(maxLifetime).plus(skew))) {
            return Optional.of("exp is too far in the future");
        }
        if (isFuture(claims.getIssueTime(), now)) {
            return Optional.of("iat is in the future");
        }
        return isFuture(claims.getNotBeforeTime(), now)
                ? Optional.of("the assertion is not valid yet")
                : Optional.empty();
    }

    private boolean isFuture(@Nullable Date time, Instant now) {
        return time != null && time.toInstant().isAfter(now.plus(skew));
    }
}
