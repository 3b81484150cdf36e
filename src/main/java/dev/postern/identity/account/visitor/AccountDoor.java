package dev.postern.identity.account.visitor;

import dev.postern.identity.authorization.departure.Answer;
import dev.postern.identity.authorization.departure.Departures;
import dev.postern.identity.authorization.request.BrowserRequests;
import dev.postern.identity.authorization.session.Cookies;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import dev.postern.protocol.RequestParameters;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What people's own pages and forms begin with: who is signed in goes on, everybody else is led to the account page, which asks them to sign in. */
@Service
public class AccountDoor {

    private static final String ACCOUNT = "/account";

    private final Visitors visitors;
    private final Cookies cookies;
    private final AccountForms forms;
    private final BrowserRequests browserRequests;
    private final Departures departures;
    private final Issuer issuer;

    @Inject
    public AccountDoor(
            Visitors visitors,
            Cookies cookies,
            AccountForms forms,
            BrowserRequests browserRequests,
            Departures departures,
            Issuer issuer) {
        this.visitors = visitors;
        this.cookies = cookies;
        this.forms = forms;
        this.browserRequests = browserRequests;
        this.departures = departures;
        this.issuer = issuer;
    }

    public Response page(HttpServletRequest http, Function<Visitor, Response> page) {
        return visitors.at(cookies.read(http)).map(page).orElseGet(() -> to(ACCOUNT));
    }

    /**
     * A form that does not come from elsewhere. Whether its token is good, who handles it must ask.
     *
     * @param change what the fields ask for
     */
    public Response form(
            InputStream body, HttpServletRequest http, BiFunction<Visitor, RequestParameters, Response> change) {
        RequestParameters fields = RequestParameters.of(browserRequests.body(body));
        forms.refuseFromElsewhere(http);
        return page(http, visitor -> change.apply(visitor, fields));
    }

    /** @param path of ours, where the browser goes next */
    public Response to(String path) {
        return leave(Answer.to(issuer.endpoint(path)));
    }

    public Response leave(Answer answer) {
        return departures.leave(answer).toResponse();
    }
}
