package dev.postern.identity.account.password;

import dev.postern.data.database.User;
import dev.postern.identity.account.visitor.AccountForms;
import dev.postern.identity.authorization.LoginThrottle;
import dev.postern.identity.authorization.departure.Answer;
import dev.postern.identity.authorization.departure.Departures;
import dev.postern.identity.authorization.request.BrowserRequests;
import dev.postern.identity.credential.ResetLinks;
import dev.postern.page.PageRefused;
import dev.postern.page.Problem;
import dev.postern.platform.Issuer;
import dev.postern.protocol.RequestParameters;
import dev.postern.protocol.UrlEncoded;
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

/**
 * The page of a link by which a person sets a new password: fields link, password, password_again. The link itself is what no other site can know;
 * opening it changes nothing, as mail scanners open links too, and nobody is signed in by it.
 */
@Path("/new-password")
@ApplicationScoped
public class NewPasswordEndpoint {

    @Inject
    ResetLinks links;

    @Inject
    LoginThrottle throttle;

    @Inject
    AccountForms forms;

    @Inject
    Departures departures;

    @Inject
    BrowserRequests browserRequests;

    @Inject
    Issuer issuer;

    @GET
    public Response page(@Context HttpServletRequest http) {
        RequestParameters query = RequestParameters.of(browserRequests.query(http));
        String link = query.get("link").orElse("");
        User user = opened(link);
        PasswordNotice notice = PasswordNotice.of(query.get("notice").orElse(""));
        return PageAnswers.of(
                PasswordPage.byLink(PageAnswers.language(http), issuer.path(), user.username(), notice, link)
                        .html());
    }

    @GET
    @Path("/done")
    public Response done(@Context HttpServletRequest http) {
        return PageAnswers.of(PasswordPage.done(PageAnswers.language(http), issuer.path()));
    }

    @POST
    @Path("/confirm")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(InputStream body, @Context HttpServletRequest http) {
        RequestParameters fields = RequestParameters.of(browserRequests.body(body));
        forms.refuseFromElsewhere(http);
        String link = fields.get("link").orElse("");
        opened(link);
        return switch (links.use(
                link,
                fields.get("password").orElse(""),
                fields.get("password_again").orElse(""))) {
            case SET -> leave("/new-password/done");
            case LINK_SPENT -> throw new PageRefused(Problem.LINK_SPENT);
            case PASSWORDS_DIFFER -> again(link, PasswordNotice.PASSWORDS_DIFFER);
            case PASSWORD_TOO_WEAK -> again(link, PasswordNotice.PASSWORD_TOO_WEAK);
        };
    }

    private User opened(String link) {
        if (!throttle.admitsAddress()) {
            throw new PageRefused(Problem.TOO_MANY_TRIES);
        }
        return links.open(link).orElseThrow(() -> {
            if (!link.isEmpty()) {
                throttle.failed();
            }
            return new PageRefused(Problem.LINK_SPENT);
        });
    }

    private Response again(String link, PasswordNotice notice) {
        StringBuilder page = new StringBuilder("/new-password?notice=").append(notice);
        UrlEncoded.append(page, "link", link);
        return leave(page.toString());
    }

    private Response leave(String path) {
        return departures.leave(Answer.to(issuer.endpoint(path))).toResponse();
    }
}
