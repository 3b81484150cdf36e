package dev.postern.identity.token.grant;

import dev.postern.data.queue.TokenFacts;
import dev.postern.identity.clientauth.AuthenticatedClient;
import dev.postern.protocol.TokenValue;
import java.util.List;
import java.util.Optional;

/** A token request with a code: RFC 6749 section 4.1.3, RFC 7636 section 4.5, RFC 8707 section 2.2. */
public record CodeRequest(
        AuthenticatedClient client,
        TokenValue code,
        Optional<String> redirectUri,
        Optional<String> verifier,
        List<String> resource,
        TokenFacts facts) {}
