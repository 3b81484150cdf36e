package dev.postern.identity.token.grant;

import dev.postern.identity.clientauth.AuthenticatedClient;
import dev.postern.protocol.Scope;
import java.util.List;
import java.util.Optional;

/** A token request of a client for itself: RFC 6749 section 4.4.2. */
public record ClientCredentialsRequest(AuthenticatedClient client, Optional<Scope> scope, List<String> resource) {}
