package dev.postern.page;

import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Issuer;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;

/** Where the server sends errors that nobody else has answered (web.xml, error-page), so that no page is its own brand's. */
@WebServlet("/error")
public class ErrorPages extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Issuer issuer;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ErrorPage page = new ErrorPage(
                problem(request),
                CurrentRequest.get().requestId(),
                Languages.choose(null, Collections.list(request.getLocales())),
                issuer.path());
        response.setStatus(page.status());
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(page.html());
    }

    /** Whoever comes here without an error has asked for a page that does not exist. */
    private static Problem problem(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? Problem.ofStatus(status)
                : Problem.NOT_FOUND;
    }
}
