package dev.postern.identity.token;

import dev.postern.identity.clientauth.AuthenticatedClient;
import dev.postern.identity.clientauth.ClientAuthenticator;
import dev.postern.identity.endpoint.Endpoints;
import dev.postern.identity.endpoint.Methods;
import dev.postern.identity.http.FormRequests;
import dev.postern.identity.http.JsonAnswers;
import dev.postern.identity.http.Reply;
import dev.postern.identity.http.RequestHeaders;
import dev.postern.platform.JsonObject;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.RequestParameters;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Token revocation: RFC 7009 section 2. The token says what it is, so {@code token_type_hint} is not needed, right or wrong. */
@WebServlet({"/revoke", "/revoke/"})
public class RevocationEndpoint extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String NAME = "revocation";

    @Inject
    transient Endpoints endpoints;

    @Inject
    transient FormRequests forms;

    @Inject
    transient ClientAuthenticator clients;

    @Inject
    transient RevocationService service;

    @Inject
    transient EndpointEvents events;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        endpoints.run(request, response, Methods.POST, this::revoke);
    }

    private Reply revoke(HttpServletRequest request) {
        List<String> authorization = RequestHeaders.authorization(request);
        String clientId = "";
        try {
            RequestParameters parameters = forms.read(request);
            AuthenticatedClient client = clients.authenticate(authorization, parameters);
            clientId = client.id();
            service.revoke(client, token(parameters)).ifPresent(events::revoked);
            return JsonAnswers.ok(new JsonObject().bytes());
        } catch (OAuthRefused refusal) {
            events.refused(NAME, clientId, refusal);
            return JsonAnswers.refused(refusal, !authorization.isEmpty());
        }
    }

    static TokenValue token(RequestParameters parameters) {
        return parameters
                .get("token")
                .map(TokenValue::new)
                .orElseThrow(() -> new OAuthRefused(OAuthErrorCode.INVALID_REQUEST, "token is missing"));
    }
}
