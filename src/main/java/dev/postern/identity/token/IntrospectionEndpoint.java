package dev.postern.identity.token;

import dev.postern.identity.clientauth.AuthenticatedClient;
import dev.postern.identity.clientauth.ClientAuthenticator;
import dev.postern.identity.http.FormRequests;
import dev.postern.identity.http.JsonAnswers;
import dev.postern.protocol.OAuthErrorCode;
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

/** Token introspection: RFC 7662 section 2. Callers authenticate as confidential clients; {@code token_type_hint} is not needed. */
@Path("/introspect")
@ApplicationScoped
public class IntrospectionEndpoint {

    private static final String NAME = "introspection";

    @Inject
    FormRequests forms;

    @Inject
    ClientAuthenticator clients;

    @Inject
    Introspection introspection;

    @Inject
    EndpointEvents events;

    @POST
    public Response introspect(@Context HttpHeaders headers, @Context UriInfo uri, InputStream body) {
        List<String> authorization = RequestHeaders.authorization(headers);
        String clientId = "";
        try {
            RequestParameters parameters = forms.read(headers, uri, body);
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
