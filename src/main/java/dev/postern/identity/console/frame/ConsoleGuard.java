package dev.postern.identity.console.frame;

import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.failure.FailureAnswers;
import dev.postern.page.PageRefused;
import dev.postern.page.Problem;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands before everything under {@code /console}, before Faces runs: who is it, may they look, and if they send something, does it come from a page
 * of theirs? What a screen lets through is {@link Visit} on the request. A screen's own refusals become pages here too.
 */
public class ConsoleGuard implements Filter {

    private static final Set<String> LOOKING = Set.of("GET", "HEAD");
    private static final int DEEPEST = 20;

    @Inject
    Visits visits;

    @Inject
    Forms forms;

    @Inject
    Doorway doorway;

    @Inject
    FailureAnswers failures;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        if (answer.isCommitted()) {
            return;
        }
        try {
            guard(http, answer, chain);
        } catch (ServletException | RuntimeException e) {
            refuse(e, http, answer);
        }
    }

    private void guard(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isWrittenAsUnderstood(request) || path(request).endsWith(".xhtml")) {
            throw new PageRefused(Problem.NOT_FOUND);
        }
        if (path(request).equals(SignedIn.PATH)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Visit> visit = visits.of(request);
        if (visit.isEmpty()) {
            doorway.signIn(request, response);
            return;
        }
        if (!visit.get().isAllowed()) {
            throw new PageRefused(Problem.FORBIDDEN);
        }
        if (!LOOKING.contains(request.getMethod())) {
            requireForm(request, visit.get());
        }
        visit.get().putOn(request);
        chain.doFilter(request, response);
    }

    private void requireForm(HttpServletRequest request, Visit visit) {
        if (!request.getMethod().equals("POST")) {
            throw new PageRefused(Problem.METHOD_NOT_ALLOWED);
        }
        forms.refuseForged(request, visit);
    }

    /** {@code /console/../x} and {@code /%63onsole} lead to nothing: what the guard sees is what runs. */
    private static boolean isWrittenAsUnderstood(HttpServletRequest request) {
        String below = request.getPathInfo();
        String understood = request.getContextPath() + request.getServletPath() + (below == null ? "" : below);
        return request.getRequestURI().equals(understood);
    }

    static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** Exceptions of screens come wrapped by Faces. */
    private void refuse(Exception thrown, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (response.isCommitted()) {
            throw thrown instanceof ServletException servlet ? servlet : new ServletException(thrown);
        }
        Optional<AdministrationRefused> refused = refusal(thrown);
        if (refused.isPresent() && refused.get().reason() == AdministrationRefused.Reason.STALE_SIGN_IN) {
            doorway.signInAgain(request, response);
            return;
        }
        response.resetBuffer();
        RuntimeException told = refused.<RuntimeException>map(why -> new PageRefused(problem(why)))
                .orElseGet(
                        () -> thrown instanceof RuntimeException runtime ? runtime : new IllegalStateException(thrown));
        failures.answer(told, request).send(request, response);
    }

    private static Optional<AdministrationRefused> refusal(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof AdministrationRefused refused) {
                return Optional.of(refused);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    static Problem problem(AdministrationRefused refused) {
        return switch (refused.reason()) {
            case FORBIDDEN -> Problem.FORBIDDEN;
            case UNKNOWN -> Problem.NOT_FOUND;
            case STALE_SIGN_IN, INVALID, TAKEN, OWNED, CHANGED, IN_THE_WAY -> Problem.BAD_REQUEST;
        };
    }
}
