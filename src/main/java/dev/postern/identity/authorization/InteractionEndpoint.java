package dev.postern.identity.authorization;

import dev.postern.identity.authorization.departure.Answer;
import dev.postern.identity.authorization.departure.Departures;
import dev.postern.identity.authorization.request.BrowserRequests;
import dev.postern.identity.authorization.session.Cookies;
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

/** Where the forms of the login, the consent and the device page lead. */
@Path("/interaction")
@ApplicationScoped
public class InteractionEndpoint {

    @Inject
    LoginService loginService;

    @Inject
    AccountChoice accountChoice;

    @Inject
    ConsentService consentService;

    @Inject
    DeviceEntry deviceEntry;

    @Inject
    Departures departures;

    @Inject
    BrowserRequests browserRequests;

    @Inject
    Cookies cookies;

    @POST
    @Path("/login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response login(InputStream body, @Context HttpServletRequest http) {
        RequestParameters fields = RequestParameters.of(browserRequests.body(body));
        LoginService.Form form = new LoginService.Form(
                field(fields, "interaction"),
                field(fields, "token"),
                field(fields, "username"),
                field(fields, "password"));
        return departures
                .leave(loginService.login(form, cookies.read(http)), http)
                .toResponse();
    }

    /** Without a password: the person is signed in and goes on as they are. */
    @POST
    @Path("/continue")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response goOn(InputStream body, @Context HttpServletRequest http) {
        RequestParameters fields = RequestParameters.of(browserRequests.body(body));
        Answer answer = accountChoice.goOn(field(fields, "interaction"), field(fields, "token"), cookies.read(http));
        return departures.leave(answer, http).toResponse();
    }

    @POST
    @Path("/consent")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response consent(InputStream body, @Context HttpServletRequest http) {
        RequestParameters fields = RequestParameters.of(browserRequests.body(body));
        ConsentService.Decision decision = ConsentService.Decision.of(field(fields, "decision"));
        Answer answer = consentService.decide(
                field(fields, "interaction"), field(fields, "token"), decision, cookies.read(http));
        return departures.leave(answer, http).toResponse();
    }

    /** The code of a device. A GET, for it is no more than a link to what a device has asked for. */
    @GET
    @Path("/device")
    public Response device(@Context HttpServletRequest http) {
        RequestParameters fields = RequestParameters.of(browserRequests.query(http));
        Answer answer = deviceEntry.enter(field(fields, "user_code"), cookies.read(http));
        return departures.leave(answer, http).toResponse();
    }

    private static String field(RequestParameters fields, String name) {
        return fields.get(name).orElse("");
    }
}
