package dev.postern.identity;

import dev.postern.platform.BuiltInClients;
import dev.postern.platform.Issuer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Who opens the bare address of the server wants to see something: the app, or their account where no app is served. */
@Path("/")
@ApplicationScoped
public class HomeEndpoint {

    @Inject
    Issuer issuer;

    @Inject
    BuiltInClients clients;

    @GET
    public Response home() {
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", clients.appEnabled() ? clients.appUrl() : issuer.endpoint("/account"))
                .build();
    }
}
