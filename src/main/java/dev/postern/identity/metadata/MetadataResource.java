package dev.postern.identity.metadata;

import dev.postern.platform.Issuer;
import dev.postern.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * Where the metadata is found: RFC 8414 sections 3 and 5, OpenID Connect Discovery section 4.
 *
 * <p>An issuer with a path has the document between host and path too; whoever routes requests here keeps those URLs as they are.
 */
@Path("/.well-known")
@ApplicationScoped
public class MetadataResource {

    @Inject
    Metadata metadata;

    @Inject
    Issuer issuer;

    @Inject
    Settings settings;

    @GET
    @Path("openid-configuration")
    public Response openidConfiguration(@Context HttpHeaders headers) {
        return answer(headers);
    }

    @GET
    @Path("oauth-authorization-server")
    public Response authorizationServer(@Context HttpHeaders headers) {
        return answer(headers);
    }

    @GET
    @Path("openid-configuration/{issuerPath:.+}")
    public Response openidConfigurationOf(@PathParam("issuerPath") String path, @Context HttpHeaders headers) {
        return answerFor(path, headers);
    }

    @GET
    @Path("oauth-authorization-server/{issuerPath:.+}")
    public Response authorizationServerOf(@PathParam("issuerPath") String path, @Context HttpHeaders headers) {
        return answerFor(path, headers);
    }

    private Response answerFor(String path, HttpHeaders headers) {
        if (!issuer.path().equals("/" + path)) {
            throw new NotFoundException();
        }
        return answer(headers);
    }

    private Response answer(HttpHeaders headers) {
        return metadata.document().answer(headers, settings.get(MetadataSettings.MAX_AGE));
    }
}
