package dev.postern.identity.account.password;

import dev.postern.data.queue.Event;
import dev.postern.identity.account.visitor.AccountDoor;
import dev.postern.identity.account.visitor.AccountForms;
import dev.postern.identity.account.visitor.Visitor;
import dev.postern.identity.authorization.departure.Answer;
import dev.postern.identity.authorization.request.BrowserRequests;
import dev.postern.identity.authorization.session.Browser;
import dev.postern.identity.authorization.session.Cookies;
import dev.postern.platform.BuiltInClients;
import dev.postern.platform.Issuer;
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

/** The page on which a signed-in person changes their password: fields token, old_password, password, password_again. */
@Path("/account/password")
@ApplicationScoped
public class PasswordEndpoint {

    private static final String FORM = "change password";
    private static final String METHOD = "password";

    @Inject
    AccountDoor door;

    @Inject
    AccountForms forms;

    @Inject
    PasswordChange change;

    @Inject
    RenewedSessions renewed;

    @Inject
    BrowserRequests browserRequests;

    @Inject
    Cookies cookies;

    @Inject
    Issuer issuer;

    @GET
    public Response page(@Context HttpServletRequest http) {
        RequestParameters query = RequestParameters.of(browserRequests.query(http));
        PasswordNotice notice = PasswordNotice.of(query.get("notice").orElse(""));
        return door.page(
                http,
                visitor -> PageAnswers.of(PasswordPage.withOld(
                                PageAnswers.language(http),
                                issuer.path(),
                                visitor.user().username(),
                                notice,
                                forms.token(visitor, FORM))
                        .html()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(InputStream body, @Context HttpServletRequest http) {
        return door.form(body, http, (visitor, fields) -> door.leave(change(visitor, fields, cookies.read(http))));
    }

    private Answer change(Visitor visitor, RequestParameters fields, Browser browser) {
        forms.refuseForged(visitor, FORM, fields.get("token").orElse(""));
        PasswordNotice notice = change.change(
                visitor,
                fields.get("old_password").orElse(""),
                fields.get("password").orElse(""),
                fields.get("password_again").orElse(""));
        return notice == PasswordNotice.NONE ? changed(visitor, browser) : again(visitor, notice);
    }

    /** They have proved who they are again: their session goes on under a cookie that nobody else can have. */
    private Answer changed(Visitor visitor, Browser browser) {
        Answer answer = Answer.to(issuer.endpoint("/account?done=PASSWORD_CHANGED"))
                .with(new Event.LoginSucceeded(
                        visitor.subject(),
                        BuiltInClients.ACCOUNT,
                        visitor.session().id(),
                        METHOD,
                        "known"));
        return renewed.renew(visitor.session(), browser, answer);
    }

    private Answer again(Visitor visitor, PasswordNotice notice) {
        Answer answer = Answer.to(issuer.endpoint("/account/password?notice=" + notice));
        return switch (notice) {
            case WRONG_PASSWORD -> answer.with(failed(visitor, "wrong old password"));
            case TOO_MANY_TRIES -> answer.with(failed(visitor, "too many failures"));
            case NONE, PASSWORDS_DIFFER, PASSWORD_TOO_WEAK -> answer;
        };
    }

    private static Event failed(Visitor visitor, String reason) {
        return new Event.LoginFailed(visitor.subject(), BuiltInClients.ACCOUNT, METHOD, reason);
    }
}
