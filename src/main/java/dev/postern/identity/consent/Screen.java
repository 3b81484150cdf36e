package dev.postern.identity.consent;

import dev.postern.page.ErrorPage;
import dev.postern.page.Languages;
import dev.postern.page.Problem;
import dev.postern.page.Words;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Issuer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

/** What every people's screen has: its words, the path of its links, where it is, and the error page in its place. */
@Named
@RequestScoped
public class Screen {
    @Inject
    HttpServletRequest request;

    @Inject
    Issuer issuer;

    private String uiLocales = "";

    /** Words in the language of this reader. */
    public Words getWords() {
        return Words.of("consent", language());
    }

    /** What every link and form action starts with. */
    public String getRoot() {
        return issuer.path();
    }

    /** The host that people should see in the address bar. */
    public String getHost() {
        return URI.create(issuer.value()).getAuthority();
    }

    String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    void speak(String wishedLanguages) {
        uiLocales = wishedLanguages;
    }

    /** Answers with the error page and ends the rendering of this screen. */
    void refuse(Problem problem) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        ErrorPage page = new ErrorPage(problem, CurrentRequest.get().requestId(), language(), getRoot());
        external.setResponseStatus(page.status());
        external.setResponseContentType("text/html");
        external.setResponseCharacterEncoding("UTF-8");
        external.getResponseOutputWriter().write(page.html());
        faces.responseComplete();
    }

    private Locale language() {
        return Languages.choose(uiLocales, Collections.list(request.getLocales()));
    }
}
