package dev.postern.identity.authorization;

import dev.postern.identity.authorization.session.CheckSessionPage;
import dev.postern.page.PageRefused;
import dev.postern.page.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** The {@code check_session_iframe}: OpenID Connect Session Management section 3.3. There is none unless it is enabled. */
@Path(CheckSessionPage.PATH)
@ApplicationScoped
public class CheckSessionEndpoint {

    @Inject
    CheckSessionPage page;

    @GET
    public Response page() {
        String html = page.html().orElseThrow(() -> new PageRefused(Problem.NOT_FOUND));
        return Response.ok(html.getBytes(StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .build();
    }
}
