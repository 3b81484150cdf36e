package dev.postern.identity.failure;

import dev.postern.page.Problem;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives exceptions of people's pages their status, so that the error page says what happened: a store that is away is a 503. */
@WebFilter(urlPatterns = {"/login", "/consent", "/device", "/logout-confirm"})
public class PageFailures implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            Problem problem = Failure.of(e);
            if (problem == Problem.BROKEN || response.isCommitted()) {
                throw e;
            }
            HttpServletResponse answer = (HttpServletResponse) response;
            if (problem.passes()) {
                answer.setHeader("Retry-After", "1");
            }
            answer.sendError(problem.status());
        }
    }
}
