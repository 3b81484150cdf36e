package dev.postern.identity.resource;

import dev.postern.data.database.ResourceServer.TokenFormat;
import dev.postern.protocol.Scope;
import java.time.Duration;
import java.util.List;

/**
 * Whom an access token is for: RFC 8707 section 2.
 *
 * @param audience identifiers of the resource servers, or the issuer
 * @param scope what of the granted scope concerns this audience
 */
public record Target(List<String> audience, Scope scope, TokenFormat format, Duration lifetime) {}
