package dev.postern.identity.console.frame;

import dev.postern.identity.failure.FailureAnswers;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Lets the scripts and stylesheets of Faces and PrimeFaces through, and nothing else: views have addresses of their own, and under the prefix of
 * the servlet they would go round the guard.
 */
public class Resources implements Filter {

    private static final String PREFIX = "/faces/jakarta.faces.resource/";
    private static final Set<String> LIBRARIES = Set.of("primefaces", "jakarta.faces");

    @Inject
    FailureAnswers failures;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        if (!isResource(http)) {
            failures.answer(404, http).send(http, answer);
            return;
        }
        answer.setHeader("Cache-Control", "public, max-age=86400"); // their addresses name their version
        chain.doFilter(request, response);
    }

    private static boolean isResource(HttpServletRequest request) {
        String path = ConsoleGuard.path(request);
        String library = request.getParameter("ln");
        return request.getMethod().equals("GET")
                && path.startsWith(PREFIX)
                && path.matches("[A-Za-z0-9._/-]+\\.(js|css|woff2|svg)")
                && !path.contains("..")
                && library != null
                && LIBRARIES.contains(library);
    }
}
