package dev.postern.identity.console.frame;

import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.registration.Citations;
import dev.postern.identity.registration.Problem;
import dev.postern.platform.Issuer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of a change: a page to go to, or why not, told at the fields that are to blame. */
@Named
@RequestScoped
public class Outcome {

    @Inject
    Issuer issuer;

    @Inject
    Frame frame;

    private @Nullable AdministrationRefused refused;

    /**
     * Makes a change and goes to the page that tells of it. Rules that are broken, and a change of somebody else in between, stay on
     * this page; what may not be done at all, or needs a fresh sign-in, is the guard's.
     *
     * @param change returns path and query of that page: {@code /console/scopes?notice=created}
     */
    public void of(Supplier<String> change) {
        here(() -> goTo(change.get()));
    }

    /** The same for what is told in the answer itself and never again: a secret that was made, or the result of a trial. */
    public void here(Runnable change) {
        try {
            change.run();
        } catch (AdministrationRefused e) {
            switch (e.reason()) {
                case FORBIDDEN, STALE_SIGN_IN, UNKNOWN -> throw e;
                case INVALID, TAKEN, OWNED, CHANGED, IN_THE_WAY -> refused = e;
            }
        }
    }

    private void goTo(String page) {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        external.setResponseStatus(303);
        external.setResponseHeader("Location", issuer.endpoint(page));
        faces.responseComplete();
    }

    /** Whether the change was refused. */
    public boolean isRefused() {
        return refused != null;
    }

    /** Why, in one sentence; empty if it was not. */
    public String getDetail() {
        return refused == null ? "" : refused.detail(frame.getLanguage());
    }

    /** Whether somebody else has changed it in between. */
    public boolean isConflict() {
        return refused != null && refused.reason() == AdministrationRefused.Reason.CHANGED;
    }

    /** What is there now. */
    public Map<String, Object> getCurrent() {
        return refused == null ? Map.of() : refused.current();
    }

    /** What somebody sent, beside what is there now, field by field; what both say alike is left out. */
    public List<Difference> differences(Map<String, Object> mine) {
        return Difference.between(mine, refused == null ? Map.of() : refused.current());
    }

    /** What is wrong with a field or with anything below it, each with the rule that says so; empty if nothing is. */
    public String at(String pointer) {
        return problems().stream()
                .filter(problem ->
                        problem.pointer().equals(pointer) || problem.pointer().startsWith(pointer + "/"))
                .map(this::told)
                .collect(Collectors.joining(" "));
    }

    private String told(Problem problem) {
        Locale language = frame.getLanguage();
        String rule = Citations.of(problem.pointer(), language);
        String reason = problem.breach().in(language);
        String sentence = Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
        return sentence + (sentence.endsWith(".") ? "" : ".") + (rule.isEmpty() ? "" : " (" + rule + ")");
    }

    /** All of it, for the head of the page. */
    public List<String> getReasons() {
        return problems().stream()
                .map(problem -> problem.pointer() + ": " + told(problem))
                .toList();
    }

    /** For a search that cannot be done: the parameter at fault and why. @throws AdministrationRefused what is no broken rule */
    public String why(AdministrationRefused search) {
        return search.violations().stream()
                .findFirst()
                .map(problem ->
                        problem.pointer().substring(1) + ": " + problem.breach().in(frame.getLanguage()))
                .orElseThrow(() -> search);
    }

    private List<Problem> problems() {
        return Optional.ofNullable(refused)
                .map(AdministrationRefused::violations)
                .orElse(List.of());
    }
}
