package dev.postern.identity.token;

import dev.postern.identity.clientauth.AuthenticatedClient;
import dev.postern.identity.clientauth.ClientAuthenticator;
import dev.postern.identity.http.FormRequests;
import dev.postern.identity.http.JsonAnswers;
import dev.postern.identity.token.grant.Granted;
import dev.postern.identity.token.mint.TokenMinter;
import dev.postern.identity.token.mint.TokenResponse;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.CurrentRequest;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.RequestParameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;

/**
 * The token endpoint: RFC 6749 section 3.2.
 *
 * <p>Authenticate the client, redeem (one transaction), mint, make the event durable, answer.
 */
@Path("/token")
@ApplicationScoped
public class TokenEndpoint {

    @Inject
    FormRequests forms;

    @Inject
    ClientAuthenticator clients;

    @Inject
    TokenService service;

    @Inject
    TokenMinter minter;

    @Inject
    TokenEvents events;

    @Inject
    HopTrace hops;

    @POST
    public Response token(@Context HttpHeaders headers, @Context UriInfo uri, InputStream body) {
        List<String> authorization = RequestHeaders.authorization(headers);
        TokenExchange exchange = new TokenExchange();
        try {
            RequestParameters parameters = forms.read(headers, uri, body);
            exchange = exchange.of(parameters);
            AuthenticatedClient client = clients.authenticate(authorization, parameters);
            exchange = exchange.by(client);
            return answer(redeem(exchange, parameters, client), exchange);
        } catch (OAuthRefused refusal) {
            events.refused(exchange, refusal);
            return JsonAnswers.refused(refusal, !authorization.isEmpty());
        }
    }

    private Granted redeem(TokenExchange exchange, RequestParameters parameters, AuthenticatedClient client) {
        return switch (exchange.grantType(client)) {
            case AUTHORIZATION_CODE -> service.redeem(TokenRequests.code(parameters, client, exchange.facts()));
            case REFRESH_TOKEN -> service.redeem(TokenRequests.refresh(parameters, client, exchange.facts()));
            case CLIENT_CREDENTIALS -> service.redeem(TokenRequests.clientCredentials(parameters, client));
        };
    }

    private Response answer(Granted granted, TokenExchange exchange) {
        TokenResponse response = minter.mint(granted);
        events.issued(exchange, granted, response);
        hops.passed(
                CurrentRequest.get().traceId(),
                Hop.H12,
                Remark.TOKENS_SENT,
                response.issued(),
                granted.target().format().name().toLowerCase(java.util.Locale.ROOT));
        return JsonAnswers.ok(response.json());
    }
}
