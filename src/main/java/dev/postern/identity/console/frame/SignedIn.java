package dev.postern.identity.console.frame;

import dev.postern.identity.authorization.request.BrowserRequests;
import dev.postern.identity.console.frame.SignInEnd.Arrival;
import dev.postern.page.PageRefused;
import dev.postern.page.Problem;
import dev.postern.protocol.RequestParameters;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The console's redirection endpoint: RFC 6749 section 3.1.2. */
@WebServlet(SignedIn.PATH)
public class SignedIn extends HttpServlet {

    static final String PATH = "/console/signed-in";

    private static final long serialVersionUID = 1L;

    @Inject
    transient SignInEnd end;

    @Inject
    transient ConsoleCookies cookies;

    @Inject
    transient Doorway doorway;

    @Inject
    transient BrowserRequests browserRequests;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        if (!request.getMethod().equals("GET")) {
            throw new PageRefused(Problem.METHOD_NOT_ALLOWED);
        }
        RequestParameters answer = RequestParameters.of(browserRequests.query(request));
        Arrival arrival = end.complete(answer, cookies.start(request), cookies.session(request));
        response.addHeader("Set-Cookie", cookies.session(arrival.cookie()));
        doorway.to(response, arrival.to());
    }
}
