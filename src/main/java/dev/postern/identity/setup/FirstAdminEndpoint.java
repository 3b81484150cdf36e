package dev.postern.identity.setup;

import dev.postern.identity.consent.Notice;
import dev.postern.identity.setup.FirstAdmin.Outcome;
import dev.postern.page.ErrorPage;
import dev.postern.page.Languages;
import dev.postern.page.Problem;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Issuer;
import dev.postern.protocol.RequestParameters;
import dev.postern.protocol.RequestParameters.RepeatedParameter;
import dev.postern.protocol.UrlEncoded;
import dev.postern.protocol.UrlEncoded.Malformed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * Takes the form of the page {@code /first-admin}: fields link, username, password, password_again.
 *
 * <p>The link itself is what no other site can know; a browser that says it comes from elsewhere is refused all the same.
 */
@Path("/first-admin/confirm")
@RequestScoped
public class FirstAdminEndpoint {

    @Inject
    FirstAdmin firstAdmin;

    @Inject
    Issuer issuer;

    @Context
    HttpHeaders headers;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(
            byte[] body,
            @HeaderParam("Origin") @Nullable String origin,
            @HeaderParam("Sec-Fetch-Site") @Nullable String site) {
        if (isFromElsewhere(origin, site)) {
            return problem(Problem.FORBIDDEN);
        }
        RequestParameters form;
        try {
            form = RequestParameters.of(UrlEncoded.decode(body));
        } catch (Malformed | RepeatedParameter e) {
            return problem(Problem.BAD_REQUEST);
        }
        String link = form.get("link").orElse("");
        String username = form.get("username").orElse("");
        Outcome outcome = firstAdmin.make(
                link,
                username,
                form.get("password").orElse(""),
                form.get("password_again").orElse(""));
        return switch (outcome) {
            case MADE -> seeOther(issuer.path() + "/console");
            case LINK_SPENT -> problem(Problem.LINK_SPENT);
            case USERNAME_NOT_USABLE -> again(link, Notice.USERNAME_NOT_USABLE, "");
            case PASSWORDS_DIFFER -> again(link, Notice.PASSWORDS_DIFFER, username);
            case PASSWORD_TOO_WEAK -> again(link, Notice.PASSWORD_TOO_WEAK, username);
        };
    }

    /** Browsers write {@code Origin: null} on a form of ours, whose page has Referrer-Policy no-referrer; Sec-Fetch-Site then tells. */
    private boolean isFromElsewhere(@Nullable String origin, @Nullable String site) {
        return (site != null && !site.equals("same-origin"))
                || (origin != null && !origin.equals("null") && !origin.equals(issuer.origin()));
    }

    private Response again(String link, Notice notice, String username) {
        StringBuilder page = new StringBuilder(issuer.path()).append("/first-admin?");
        UrlEncoded.append(page, "link", link);
        UrlEncoded.append(page, "notice", notice.name());
        UrlEncoded.append(page, "username", username);
        return seeOther(page.toString());
    }

    private static Response seeOther(String path) {
        // Location by hand: Response.seeOther would complete it with the request's Host header.
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Response problem(Problem problem) {
        ErrorPage page = new ErrorPage(
                problem,
                CurrentRequest.get().requestId(),
                Languages.choose("", headers.getAcceptableLanguages()),
                issuer.path());
        return Response.status(page.status())
                .type("text/html; charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(page.html())
                .build();
    }
}
