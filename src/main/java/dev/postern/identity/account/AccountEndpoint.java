package dev.postern.identity.account;

import dev.postern.identity.account.Withdrawals.Withdrawn;
import dev.postern.identity.account.visitor.AccountDoor;
import dev.postern.identity.account.visitor.AccountForms;
import dev.postern.identity.account.visitor.Visitor;
import dev.postern.identity.account.visitor.Visitors;
import dev.postern.identity.authorization.departure.Answer;
import dev.postern.identity.authorization.request.BrowserRequests;
import dev.postern.identity.authorization.session.Cookies;
import dev.postern.identity.authorization.session.LogoutNotices;
import dev.postern.page.Languages;
import dev.postern.page.PageRefused;
import dev.postern.page.Problem;
import dev.postern.page.Words;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** A person's page of where they are signed in and what they have allowed, and the form that takes it back: RFC 6749 section 1 has one client's access end without the others'. */
@Path("/account")
@ApplicationScoped
public class AccountEndpoint {

    /** What the token of a withdrawal's form is for; the client follows. */
    static final String WITHDRAW = "withdraw ";

    private static final String ACCOUNT = "/account";
    private static final String WITHDRAWN = "withdrawn";

    @Inject
    Visitors visitors;

    @Inject
    AccountSignIn signIn;

    @Inject
    AllowedApplications applications;

    @Inject
    OwnSessions sessions;

    @Inject
    AccountForms forms;

    @Inject
    Withdrawals withdrawals;

    @Inject
    LogoutNotices notices;

    @Inject
    AccountDoor door;

    @Inject
    BrowserRequests browserRequests;

    @Inject
    Cookies cookies;

    @Inject
    Issuer issuer;

    @GET
    public Response page(@Context HttpServletRequest http) {
        RequestParameters query = RequestParameters.of(browserRequests.query(http));
        String uiLocales = query.get("ui_locales").orElse("");
        Optional<Visitor> visitor = visitors.at(cookies.read(http));
        if (visitor.isEmpty()) {
            return door.leave(Answer.to(signIn.begin(uiLocales)));
        }
        Locale language = Languages.choose(uiLocales, http.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        AccountPage page = page(visitor.get(), query, language);
        return Response.ok(page.html().getBytes(StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private AccountPage page(Visitor visitor, RequestParameters query, Locale language) {
        Words words = Words.of("account", language);
        Optional<String> done = Done.of(query.get("done").orElse("")).map(one -> words.text(one.key()));
        return new AccountPage(
                language,
                issuer.path(),
                visitor.user(),
                sessions.of(visitor),
                forms.token(visitor, OwnSessions.END),
                applications.of(visitor, language),
                done.or(() -> applications
                        .withoutAccess(visitor, query.get(WITHDRAWN).orElse(""), language)
                        .map(name -> words.text("account.withdrawn", name))));
    }

    /** Where the sign-in returns. The session is all that was wanted: the code stays where it is and nobody can redeem it. */
    @GET
    @Path("/signed-in")
    public Response signedIn(@Context HttpServletRequest http) {
        RequestParameters query = RequestParameters.of(browserRequests.query(http));
        if (query.get("error").isPresent()) {
            throw new PageRefused(Problem.BAD_REQUEST); // and not to the page, which would ask for another sign-in
        }
        return door.to(ACCOUNT);
    }

    @POST
    @Path("/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(InputStream body, @Context HttpServletRequest http) {
        return door.form(body, http, this::withdraw);
    }

    private Response withdraw(Visitor visitor, RequestParameters fields) {
        String clientId = fields.get("client").orElse("");
        forms.refuseForged(visitor, WITHDRAW + clientId, fields.get("token").orElse(""));
        StringBuilder location = new StringBuilder(issuer.endpoint(ACCOUNT + "?"));
        UrlEncoded.append(location, WITHDRAWN, clientId);
        Withdrawn withdrawn = withdrawals.withdraw(visitor, clientId);
        notices.send(withdrawn.loggedOut());
        return door.leave(Answer.to(location.toString()).after(withdrawn.happened()));
    }
}
