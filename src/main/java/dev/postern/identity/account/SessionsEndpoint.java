package dev.postern.identity.account;

import dev.postern.identity.account.visitor.AccountForms;
import dev.postern.identity.account.visitor.Visitor;
import dev.postern.identity.account.visitor.Visitors;
import dev.postern.identity.authorization.departure.Answer;
import dev.postern.identity.authorization.departure.Departures;
import dev.postern.identity.authorization.request.BrowserRequests;
import dev.postern.identity.authorization.session.Cookies;
import dev.postern.platform.Issuer;
import dev.postern.protocol.RequestParameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;

/** The forms by which a person ends their sign-ins on other browsers (OWASP Session Management Cheat Sheet, simultaneous session logons). */
@Path("/account/sessions")
@ApplicationScoped
public class SessionsEndpoint {

    @Inject
    Visitors visitors;

    @Inject
    OwnSessions sessions;

    @Inject
    AccountForms forms;

    @Inject
    Departures departures;

    @Inject
    BrowserRequests browserRequests;

    @Inject
    Cookies cookies;

    @Inject
    Issuer issuer;

    /** Field {@code session}: which one; without it all but this one. */
    @POST
    @Path("/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(InputStream body, @Context HttpServletRequest http) {
        RequestParameters fields = RequestParameters.of(browserRequests.body(body));
        forms.refuseFromElsewhere(http);
        Optional<Visitor> visitor = visitors.at(cookies.read(http));
        if (visitor.isEmpty()) {
            return leave("/account");
        }
        String sessionId = fields.get("session").orElse("");
        forms.refuseForged(
                visitor.get(), OwnSessions.END + sessionId, fields.get("token").orElse(""));
        if (sessionId.isEmpty()) {
            sessions.endOthers(visitor.get());
            return leave("/account?done=" + Done.OTHERS_ENDED);
        }
        sessions.end(visitor.get(), sessionId);
        return leave("/account?done=" + Done.SESSION_ENDED);
    }

    private Response leave(String path) {
        return departures.leave(Answer.to(issuer.endpoint(path))).toResponse();
    }
}
