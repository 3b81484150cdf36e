package dev.postern.identity.authorization;

import dev.postern.identity.authorization.departure.Departures;
import dev.postern.identity.authorization.interaction.PostedRequests;
import dev.postern.identity.authorization.request.AuthorizationRequest;
import dev.postern.identity.authorization.session.Cookies;
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

/** The authorization endpoint (B5): RFC 6749 section 3.1, OpenID Connect Core section 3.1.2.1. */
@Path("/authorize")
@ApplicationScoped
public class AuthorizationEndpoint {

    @Inject
    Authorizer authorizer;

    @Inject
    Departures departures;

    @Inject
    PostedRequests postedRequests;

    @Inject
    Cookies cookies;

    @GET
    public Response authorize(@Context HttpServletRequest http) {
        AuthorizationRequest request = AuthorizationRequest.parse(postedRequests.parameters(http));
        return departures.leave(authorizer.authorize(request, cookies.read(http)));
    }

    /** A POST from another site brings no cookies that are SameSite=Lax; the GET to which this leads does. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(InputStream body) {
        return departures.leave(postedRequests.keep(body, "/authorize"));
    }
}
