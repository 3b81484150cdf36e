package dev.postern.identity.account;

import dev.postern.identity.account.visitor.AccountDoor;
import dev.postern.identity.account.visitor.AccountForms;
import dev.postern.identity.account.visitor.Visitor;
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

/** The forms by which a person ends their sign-ins on other browsers (OWASP Session Management Cheat Sheet, simultaneous session logons). */
@Path("/account/sessions")
@ApplicationScoped
public class SessionsEndpoint {

    @Inject
    AccountDoor door;

    @Inject
    OwnSessions sessions;

    @Inject
    AccountForms forms;

    /** Field {@code session}: which one; without it all but this one. */
    @POST
    @Path("/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(InputStream body, @Context HttpServletRequest http) {
        return door.form(body, http, this::end);
    }

    private Response end(Visitor visitor, RequestParameters fields) {
        String sessionId = fields.get("session").orElse("");
        forms.refuseForged(
                visitor, OwnSessions.END + sessionId, fields.get("token").orElse(""));
        if (sessionId.isEmpty()) {
            sessions.endOthers(visitor);
            return door.to("/account?done=" + Done.OTHERS_ENDED);
        }
        sessions.end(visitor, sessionId);
        return door.to("/account?done=" + Done.SESSION_ENDED);
    }
}
