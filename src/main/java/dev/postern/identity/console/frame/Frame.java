package dev.postern.identity.console.frame;

import dev.postern.identity.administration.change.Freshness;
import dev.postern.identity.administration.rights.Access;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.administration.rights.Right;
import dev.postern.page.Languages;
import dev.postern.page.PageRefused;
import dev.postern.page.Problem;
import dev.postern.page.Words;
import dev.postern.page.headers.ContentPolicy;
import dev.postern.platform.Issuer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.primefaces.context.PrimeFacesContext;

/** What every screen of the console has: who is there, its words, its addresses, what stands around it. */
@Named
@RequestScoped
public class Frame {

    /** Parameters of a list's URL that look for nothing. */
    private static final Set<String> NO_SEARCH = Set.of("cursor", "notice", "lang");

    @Inject
    HttpServletRequest request;

    @Inject
    Issuer issuer;

    @Inject
    Freshness freshness;

    /** An entry of the navigation. */
    public record Entry(String label, String href, boolean current) {}

    /** Before the page is rendered: its scripts are those of this answer alone. */
    public void open() {
        visit();
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().setResponseHeader("Content-Security-Policy", ContentPolicy.ofConsole(getNonce()));
    }

    /** Who asks, for every operation of the model. */
    public Administrator by() {
        return visit().administrator();
    }

    /** @throws dev.postern.identity.administration.change.AdministrationRefused if they must sign in again first */
    public void requireFreshSignIn() {
        freshness.require(by());
    }

    /** Whether they may change what is here; what they may not is not offered, and the model refuses it all the same. */
    public boolean mayChange(Place place) {
        return by().may(new Right(place.area(), Access.WRITE));
    }

    /** The same for views: {@code frame.changes('SCOPES')}. */
    public boolean changes(String place) {
        return mayChange(Place.valueOf(place));
    }

    public String getUsername() {
        return visit().user().username();
    }

    public String getRole() {
        return getWords()
                .text(visit().user().roles().contains("administrator") ? "role.administrator" : "role.auditor");
    }

    /** What every link and form action starts with. */
    public String getRoot() {
        return issuer.path();
    }

    /** The host that people should see in the address bar. */
    public String getHost() {
        return URI.create(issuer.value()).getAuthority();
    }

    /** The words that all screens share. */
    public Words getWords() {
        return in("console");
    }

    /** The words of an area: {@code frame.in('console-scopes')}. */
    public Words in(String part) {
        return Words.of(part, getLanguage());
    }

    /** Value of the hidden field that every form has. */
    public String getFormToken() {
        return visit().session().formToken();
    }

    /** For scripts of this page. */
    public String getNonce() {
        return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
    }

    /** Which view was asked for. */
    public String getPath() {
        return ConsoleGuard.path(request);
    }

    /** This page's path and query, in the answer to its own form too. */
    public String getPage() {
        return ReturnPath.of(request).value();
    }

    /** A parameter of the URL or a field of a form; empty if it is not there. */
    public String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    /** Whether the URL of a list says more than where to begin: then its form is open on a phone too. */
    public boolean isSearching() {
        return request.getMethod().equals("GET")
                && request.getParameterMap().entrySet().stream()
                        .filter(parameter -> !NO_SEARCH.contains(parameter.getKey()))
                        .anyMatch(parameter -> !parameter.getValue()[0].isBlank());
    }

    /** What the page before has done, told in the words of the area: the key is {@code notice.<name>}. */
    public String notice(Words words) {
        String key = "notice." + parameter("notice");
        return words.has(key) ? words.text(key) : "";
    }

    public List<Entry> getNavigation() {
        String path = ConsoleGuard.path(request);
        return Stream.of(Place.values())
                .map(place ->
                        new Entry(getWords().text("place." + place.id()), getRoot() + place.path(), place.holds(path)))
                .toList();
    }

    /** The languages that can be chosen, but for the one that is spoken. */
    public List<Locale> getOtherLanguages() {
        return Languages.WRITTEN.stream()
                .filter(other -> !other.equals(getWords().language()))
                .toList();
    }

    /** What the reader is told in. */
    public Locale getLanguage() {
        return Languages.choose(
                visit().session().language() + " " + parameter("lang"), Collections.list(request.getLocales()));
    }

    private Visit visit() {
        return Visit.of(request).orElseThrow(() -> new PageRefused(Problem.FORBIDDEN));
    }
}
