package dev.postern.identity.token;

import dev.postern.identity.clientauth.AuthenticatedClient;
import dev.postern.identity.clientauth.ClientAuthenticator;
import dev.postern.identity.token.grant.Granted;
import dev.postern.identity.token.mint.TokenMinter;
import dev.postern.identity.token.mint.TokenResponse;
import dev.postern.platform.Service;
import dev.postern.protocol.RequestParameters;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A token request (RFC 6749 section 4.1.3) of a part of this server itself, in process: the client is authenticated, the code redeemed and the event
 * recorded as if it had come to the token endpoint, see {@link TokenEndpoint}.
 */
@Service
public class CodeExchange {

    private final ClientAuthenticator clients;
    private final TokenService service;
    private final TokenMinter minter;
    private final TokenEvents events;

    @Inject
    public CodeExchange(ClientAuthenticator clients, TokenService service, TokenMinter minter, TokenEvents events) {
        this.clients = clients;
        this.service = service;
        this.minter = minter;
        this.events = events;
    }

    /** What was granted, and the tokens of it. */
    public record Exchanged(Granted granted, TokenResponse tokens) {}

    /** @throws dev.postern.protocol.OAuthRefused as the token endpoint would */
    public Exchanged redeem(String clientId, String secret, String code, String redirectUri, String verifier) {
        RequestParameters parameters = RequestParameters.of(Map.of(
                "grant_type", List.of("authorization_code"),
                "code", List.of(code),
                "redirect_uri", List.of(redirectUri),
                "code_verifier", List.of(verifier)));
        String credentials =
                Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8));
        AuthenticatedClient client = clients.authenticate(List.of("Basic " + credentials), parameters);
        TokenExchange exchange = new TokenExchange().of(parameters).by(client);
        exchange.grantType(client);
        Granted granted = service.redeem(TokenRequests.code(parameters, client, exchange.facts()));
        TokenResponse tokens = minter.mint(granted);
        events.issued(exchange, granted, tokens);
        return new Exchanged(granted, tokens);
    }
}
