package dev.postern.application.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls, as the API sees it. */
@RequestScoped
@Path("v1/me")
@Produces("application/json")
public class MeResource {

    @Inject
    @Caller
    JsonWebToken caller;

    @GET
    public Response me() {
        Map<String, Object> claims = new LinkedHashMap<>();
        caller.getClaimNames().stream().sorted().forEach(name -> claims.put(name, caller.getClaim(name)));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("sub", caller.getName());
        body.put("client_id", caller.getClaim("client_id"));
        body.put("scopes", caller.getGroups());
        body.put("claims", claims);
        return Answers.json(200, body).build();
    }
}
