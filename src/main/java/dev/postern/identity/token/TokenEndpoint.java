package dev.postern.identity.token;

import dev.postern.identity.clientauth.AuthenticatedClient;
import dev.postern.identity.clientauth.ClientAuthenticator;
import dev.postern.identity.endpoint.Endpoints;
import dev.postern.identity.endpoint.Methods;
import dev.postern.identity.http.FormRequests;
import dev.postern.identity.http.JsonAnswers;
import dev.postern.identity.http.Reply;
import dev.postern.identity.http.RequestHeaders;
import dev.postern.identity.token.grant.Granted;
import dev.postern.identity.token.mint.TokenMinter;
import dev.postern.identity.token.mint.TokenResponse;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.CurrentRequest;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.RequestParameters;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * The token endpoint: RFC 6749 section 3.2.
 *
 * <p>Authenticate the client, redeem (one transaction), mint, make the event durable, answer.
 */
@WebServlet({"/token", "/token/"})
public class TokenEndpoint extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Endpoints endpoints;

    @Inject
    transient FormRequests forms;

    @Inject
    transient ClientAuthenticator clients;

    @Inject
    transient TokenService service;

    @Inject
    transient TokenMinter minter;

    @Inject
    transient TokenEvents events;

    @Inject
    transient HopTrace hops;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        endpoints.run(request, response, Methods.POST, this::token);
    }

    private Reply token(HttpServletRequest request) {
        List<String> authorization = RequestHeaders.authorization(request);
        TokenExchange exchange = new TokenExchange();
        try {
            RequestParameters parameters = forms.read(request);
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
            case DEVICE_CODE -> service.redeem(TokenRequests.device(parameters, client, exchange.facts()));
        };
    }

    private Reply answer(Granted granted, TokenExchange exchange) {
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
