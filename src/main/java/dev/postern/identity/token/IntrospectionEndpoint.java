package dev.postern.identity.token;

import dev.postern.identity.clientauth.AuthenticatedClient;
import dev.postern.identity.clientauth.ClientAuthenticator;
import dev.postern.identity.endpoint.Endpoints;
import dev.postern.identity.endpoint.Methods;
import dev.postern.identity.http.FormRequests;
import dev.postern.identity.http.JsonAnswers;
import dev.postern.identity.http.Reply;
import dev.postern.identity.http.RequestHeaders;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.RequestParameters;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Token introspection: RFC 7662 section 2. Callers authenticate as confidential clients; {@code token_type_hint} is not needed. */
@WebServlet({"/introspect", "/introspect/"})
public class IntrospectionEndpoint extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String NAME = "introspection";

    @Inject
    transient Endpoints endpoints;

    @Inject
    transient FormRequests forms;

    @Inject
    transient ClientAuthenticator clients;

    @Inject
    transient Introspection introspection;

    @Inject
    transient EndpointEvents events;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        endpoints.run(request, response, Methods.POST, this::introspect);
    }

    private Reply introspect(HttpServletRequest request) {
        List<String> authorization = RequestHeaders.authorization(request);
        String clientId = "";
        try {
            RequestParameters parameters = forms.read(request);
            AuthenticatedClient caller = clients.authenticate(authorization, parameters);
            clientId = caller.id();
            if (!caller.isConfidential()) {
                throw new OAuthRefused(OAuthErrorCode.INVALID_CLIENT, "introspection is for confidential clients");
            }
            Introspection.Result result = introspection.introspect(caller, RevocationEndpoint.token(parameters));
            events.looked(NAME, result.active() ? "active" : "inactive", result.subject(), clientId, result.grantId());
            return JsonAnswers.ok(result.json());
        } catch (OAuthRefused refusal) {
            events.refused(NAME, clientId, refusal);
            return JsonAnswers.refused(refusal, !authorization.isEmpty());
        }
    }
}
