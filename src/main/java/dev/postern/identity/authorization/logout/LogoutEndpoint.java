package dev.postern.identity.authorization.logout;

import dev.postern.identity.authorization.departure.Departures;
import dev.postern.identity.authorization.interaction.PostedRequests;
import dev.postern.identity.authorization.request.BrowserRequests;
import dev.postern.identity.authorization.session.Cookies;
import dev.postern.page.PageRefused;
import dev.postern.page.Problem;
import dev.postern.protocol.RequestParameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** The end session endpoint: OpenID Connect RP-Initiated Logout section 2. */
@Path("/logout")
@ApplicationScoped
public class LogoutEndpoint {

    @Inject
    LogoutService service;

    @Inject
    Departures departures;

    @Inject
    PostedRequests postedRequests;

    @Inject
    BrowserRequests browserRequests;

    @Inject
    Cookies cookies;

    @GET
    public Response logout(@Context HttpServletRequest http) {
        LogoutRequest request = LogoutRequest.of(RequestParameters.of(postedRequests.parameters(http)));
        return departures.leave(service.request(request, cookies.read(http))).toResponse();
    }

    /** As at the authorization endpoint: a POST from another site brings no cookies, the GET to which this leads does. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(InputStream body) {
        return departures.leave(postedRequests.keep(body, "/logout")).toResponse();
    }

    @POST
    @Path("/confirm")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(InputStream body, @Context HttpServletRequest http) {
        RequestParameters fields = RequestParameters.of(browserRequests.body(body));
        boolean signOut = switch (fields.get("decision").orElse("")) {
            case "sign-out" -> true;
            case "stay" -> false;
            default -> throw new PageRefused(Problem.BAD_REQUEST);
        };
        return departures
                .leave(service.confirm(
                        fields.get("logout").orElse(""), fields.get("token").orElse(""), signOut, cookies.read(http)))
                .toResponse();
    }
}
