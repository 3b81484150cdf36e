package dev.postern.identity.authorization.device;

import dev.postern.identity.clientauth.AuthenticatedClient;
import dev.postern.identity.clientauth.ClientAuthenticator;
import dev.postern.identity.code.DeviceCodes.Issued;
import dev.postern.identity.endpoint.Endpoints;
import dev.postern.identity.endpoint.Methods;
import dev.postern.identity.http.FormRequests;
import dev.postern.identity.http.JsonAnswers;
import dev.postern.identity.http.Reply;
import dev.postern.identity.http.RequestHeaders;
import dev.postern.identity.token.EndpointEvents;
import dev.postern.platform.Issuer;
import dev.postern.platform.JsonObject;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.RequestParameters;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** The device authorization endpoint: RFC 8628 sections 3.1 and 3.2. A client authenticates as at the token endpoint. */
@WebServlet({"/device_authorization", "/device_authorization/"})
public class DeviceAuthorizationEndpoint extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String NAME = "device_authorization";

    /** Where people type the code. */
    private static final String PAGE = "/device";

    @Inject
    transient Endpoints endpoints;

    @Inject
    transient FormRequests forms;

    @Inject
    transient ClientAuthenticator clients;

    @Inject
    transient DeviceRequests requests;

    @Inject
    transient EndpointEvents events;

    @Inject
    transient Issuer issuer;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        endpoints.run(request, response, Methods.POST, this::authorize);
    }

    private Reply authorize(HttpServletRequest request) {
        List<String> authorization = RequestHeaders.authorization(request);
        String clientId = "";
        try {
            RequestParameters parameters = forms.read(request);
            AuthenticatedClient client = clients.authenticate(authorization, parameters);
            clientId = client.id();
            return JsonAnswers.ok(json(requests.begin(client.client(), parameters)));
        } catch (OAuthRefused refusal) {
            events.refused(NAME, clientId, refusal);
            return JsonAnswers.refused(refusal, !authorization.isEmpty());
        }
    }

    private byte[] json(Issued issued) {
        String page = issuer.endpoint(PAGE);
        String userCode = issued.userCode().shown();
        return new JsonObject()
                .put("device_code", issued.deviceCode().secret())
                .put("user_code", userCode)
                .put("verification_uri", page)
                .put("verification_uri_complete", page + "?user_code=" + userCode)
                .put("expires_in", issued.lifetime().toSeconds())
                .put("interval", issued.interval().toSeconds())
                .bytes();
    }
}
