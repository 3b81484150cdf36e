package dev.postern.data.database;

import dev.postern.protocol.Scope;
import java.time.Instant;
import java.util.List;

/**
 * What one redeemed code gave a client. Every access token and refresh token carries the grant's id.
 *
 * @param sessionId the sign-in session it came from; offline grants survive its end
 * @param resource the resource indicators granted, empty: none was asked for
 * @param expiresAt when nothing issued under it can be valid any more
 */
public record Grant(
        String id,
        String clientId,
        String subject,
        String sessionId,
        Scope scope,
        List<String> resource,
        boolean offline,
        Instant createdAt,
        Instant expiresAt) {}
