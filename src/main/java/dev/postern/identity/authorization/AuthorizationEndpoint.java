package dev.postern.identity.authorization;

import dev.postern.identity.authorization.departure.Answer;
import dev.postern.identity.authorization.departure.Departures;
import dev.postern.identity.authorization.interaction.PostedRequests;
import dev.postern.identity.authorization.request.AuthorizationRequest;
import dev.postern.identity.authorization.request.BrowserRequests;
import dev.postern.identity.authorization.session.Cookies;
import dev.postern.page.PageRefused;
import dev.postern.page.Problem;
import dev.postern.platform.Issuer;
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
import java.util.List;
import java.util.Map;

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
    BrowserRequests browserRequests;

    @Inject
    Cookies cookies;

    @Inject
    Issuer issuer;

    @GET
    public Response authorize(@Context HttpServletRequest http) {
        AuthorizationRequest request = AuthorizationRequest.parse(parameters(http));
        return departures.leave(authorizer.authorize(request, cookies.read(http)));
    }

    private Map<String, List<String>> parameters(HttpServletRequest http) {
        Map<String, List<String>> query = browserRequests.query(http);
        List<String> posted = query.get(PostedRequests.PARAMETER);
        if (posted == null) {
            return query;
        }
        return postedRequests.find(posted.get(0)).orElseThrow(() -> new PageRefused(Problem.EXPIRED));
    }

    /** A POST from another site brings no cookies that are SameSite=Lax; the GET to which this leads does. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(InputStream body) {
        String id = postedRequests.keep(browserRequests.body(body));
        return departures.leave(Answer.to(issuer.endpoint("/authorize?" + PostedRequests.PARAMETER + "=" + id)));
    }
}
