package dev.postern.identity.token.grant;

import dev.postern.data.queue.TokenFacts;
import dev.postern.identity.clientauth.AuthenticatedClient;
import dev.postern.protocol.Scope;
import dev.postern.protocol.TokenValue;
import java.util.List;
import java.util.Optional;

/** A token request with a refresh token: RFC 6749 section 6. */
public record RefreshRequest(
        AuthenticatedClient client,
        TokenValue refreshToken,
        Optional<Scope> scope,
        List<String> resource,
        TokenFacts facts) {}
