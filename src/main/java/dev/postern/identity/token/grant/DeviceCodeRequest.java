package dev.postern.identity.token.grant;

import dev.postern.data.queue.TokenFacts;
import dev.postern.identity.clientauth.AuthenticatedClient;
import dev.postern.protocol.TokenValue;
import java.util.List;

/** A token request of a device: RFC 8628 section 3.4, RFC 8707 section 2.2. */
public record DeviceCodeRequest(
        AuthenticatedClient client, TokenValue deviceCode, List<String> resource, TokenFacts facts) {}
