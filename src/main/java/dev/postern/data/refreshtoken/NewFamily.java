package dev.postern.data.refreshtoken;

import dev.postern.protocol.GrantedClaims;
import dev.postern.protocol.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a new refresh token family begins with. */
public record NewFamily(
        String grantId,
        String clientId,
        String subject,
        String sessionId,
        Scope scope,
        List<String> resource,
        GrantedClaims claims,
        boolean offline,
        Instant authTime,
        Instant now,
        Duration absoluteLifetime,
        Duration idleLifetime) {}
