package dev.postern.identity.console.frame;

import dev.postern.page.Languages;
import dev.postern.page.PageRefused;
import dev.postern.page.Problem;
import dev.postern.platform.BuiltInClients;
import dev.postern.platform.Issuer;
import dev.postern.protocol.UrlEncoded;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;

/** The forms in every page's header: signing out (RP-Initiated Logout section 2, as any client would) and the language. */
@WebServlet({HeaderForms.SIGN_OUT, HeaderForms.LANGUAGE})
public class HeaderForms extends HttpServlet {

    static final String SIGN_OUT = "/console/sign-out";
    static final String LANGUAGE = "/console/language";

    private static final long serialVersionUID = 1L;

    @Inject
    transient ConsoleSessions sessions;

    @Inject
    transient ConsoleCookies cookies;

    @Inject
    transient Doorway doorway;

    @Inject
    transient Issuer issuer;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        if (!request.getMethod().equals("POST")) {
            doorway.to(response, ReturnPath.HOME); // where a sign-in leads that a form of an ended session began
            return;
        }
        Visit visit = Visit.of(request).orElseThrow(() -> new PageRefused(Problem.FORBIDDEN));
        if (request.getServletPath().equals(SIGN_OUT)) {
            signOut(visit, response);
        } else {
            speak(visit, request);
            doorway.to(response, ReturnPath.of(parameter(request, "page")));
        }
    }

    private void signOut(Visit visit, HttpServletResponse response) {
        sessions.end(visit.cookie());
        response.addHeader("Set-Cookie", cookies.noSession());
        StringBuilder logout = new StringBuilder(issuer.endpoint("/logout?"));
        UrlEncoded.append(logout, "client_id", BuiltInClients.CONSOLE);
        UrlEncoded.append(logout, "id_token_hint", visit.session().idToken());
        Doorway.seeOther(response, logout.toString());
    }

    private void speak(Visit visit, HttpServletRequest request) {
        String wanted = parameter(request, "language");
        Languages.WRITTEN.stream()
                .map(Locale::toLanguageTag)
                .filter(wanted::equals)
                .forEach(tag -> sessions.keep(visit.cookie(), visit.session().in(tag)));
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
