package dev.postern.identity.console.frame;

import dev.postern.identity.authorization.request.BrowserRequests;
import dev.postern.identity.console.frame.SignInEnd.Arrival;
import dev.postern.page.Languages;
import dev.postern.page.PageRefused;
import dev.postern.page.Problem;
import dev.postern.platform.Issuer;
import dev.postern.protocol.RequestParameters;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;

/** The console's redirection endpoint: RFC 6749 section 3.1.2. Who had sent a form before finds it there. */
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

    @Inject
    transient Issuer issuer;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET")) {
            throw new PageRefused(Problem.METHOD_NOT_ALLOWED);
        }
        RequestParameters answer = RequestParameters.of(browserRequests.query(request));
        Arrival arrival = end.complete(answer, cookies.start(request), cookies.session(request));
        response.addHeader("Set-Cookie", cookies.session(arrival.begun().cookie()));
        if (arrival.form().isEmpty()) {
            doorway.to(response, arrival.to());
        } else {
            show(page(arrival, request), response);
        }
    }

    private HeldFormPage page(Arrival arrival, HttpServletRequest request) {
        ConsoleSession session = arrival.begun().session();
        Locale language = Languages.choose(session.language(), Collections.list(request.getLocales()));
        return new HeldFormPage(
                language, issuer.path(), arrival.to(), arrival.form().orElseThrow(), session.formToken());
    }

    private static void show(HeldFormPage page, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(page.html().getBytes(StandardCharsets.UTF_8));
    }
}
