package dev.postern.identity.token;

import dev.postern.identity.clientauth.AuthenticatedClient;
import dev.postern.identity.clientauth.ClientAuthenticator;
import dev.postern.identity.http.FormRequests;
import dev.postern.identity.http.JsonAnswers;
import dev.postern.platform.JsonObject;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.RequestParameters;
import dev.postern.protocol.TokenValue;
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

/** Token revocation: RFC 7009 section 2. The token says what it is, so {@code token_type_hint} is not needed, right or wrong. */
@Path("/revoke")
@ApplicationScoped
public class RevocationEndpoint {

    private static final String NAME = "revocation";

    @Inject
    FormRequests forms;

    @Inject
    ClientAuthenticator clients;

    @Inject
    RevocationService service;

    @Inject
    EndpointEvents events;

    @POST
    public Response revoke(@Context HttpHeaders headers, @Context UriInfo uri, InputStream body) {
        List<String> authorization = RequestHeaders.authorization(headers);
        String clientId = "";
        try {
            RequestParameters parameters = forms.read(headers, uri, body);
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
