package dev.postern.identity.failure;

import dev.postern.page.ErrorPage;
import dev.postern.page.Languages;
import dev.postern.page.Problem;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Issuer;
import dev.postern.platform.JsonObject;
import dev.postern.platform.ProblemDetails;
import dev.postern.platform.pressure.LoadGate;
import dev.postern.protocol.OAuthErrorCode;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

/**
 * Where the server sends errors that nobody else has answered (web.xml, error-page), so that no page is its own brand's: a header that
 * JAX-RS itself cannot read, a file that is not there. In the format of the path that was asked for.
 */
@WebServlet("/error")
public class ErrorPages extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** The number of Open Liberty's message. */
    private static final String UNREADABLE_PATH = "CWWWC0005I";

    @Inject
    transient Issuer issuer;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = problem(request);
        response.setStatus(problem.status());
        response.setHeader("Cache-Control", "no-store");
        switch (AnswerFormat.of(path(request))) {
            case HTML -> write(response, "text/html;charset=UTF-8", html(problem, request));
            case OAUTH_JSON -> write(response, "application/json", oauth(problem));
            case PROBLEM_JSON -> write(response, ProblemDetails.MEDIA_TYPE, details(problem));
        }
    }

    private String html(Problem problem, HttpServletRequest request) {
        return new ErrorPage(
                        problem,
                        CurrentRequest.get().requestId(),
                        Languages.choose(null, Collections.list(request.getLocales())),
                        issuer.path())
                .html();
    }

    private static String oauth(Problem problem) {
        return new String(new JsonObject().put("error", code(problem).wire()).bytes(), StandardCharsets.UTF_8);
    }

    private static OAuthErrorCode code(Problem problem) {
        if (problem.passes()) {
            return OAuthErrorCode.TEMPORARILY_UNAVAILABLE;
        }
        return problem.status() < 500 ? OAuthErrorCode.INVALID_REQUEST : OAuthErrorCode.SERVER_ERROR;
    }

    private static String details(Problem problem) {
        return problem.status() < 500
                ? new ProblemDetails(problem.status(), "The request was refused", "Check its path, method and headers.")
                        .json()
                : new ProblemDetails(problem.status(), "The server cannot answer now", "Try again in a moment.").json();
    }

    private static void write(HttpServletResponse response, String type, String body) throws IOException {
        response.setContentType(type);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    /** The path that failed, without the context path; this servlet's own if somebody has asked for it. */
    private static String path(HttpServletRequest request) {
        String failed = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        String context = request.getContextPath();
        return failed.startsWith(context) ? failed.substring(context.length()) : failed;
    }

    /** Whoever comes here without an error has asked for a page that does not exist. */
    private static Problem problem(HttpServletRequest request) {
        if (request.getAttribute(LoadGate.REFUSED) != null) {
            return Problem.BUSY;
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            Problem problem = Failure.of(thrown);
            return problem == Problem.BROKEN ? ofServer(thrown, status(request, 500)) : problem;
        }
        return Problem.ofStatus(status(request, 404));
    }

    /** Open Liberty's exception for a path that it cannot read, or for {@code /WEB-INF}, is no failure of ours: for that it says 404 itself. */
    private static Problem ofServer(Throwable thrown, int status) {
        return String.valueOf(thrown.getMessage()).contains(UNREADABLE_PATH)
                ? Problem.BAD_REQUEST
                : Problem.ofStatus(status);
    }

    private static int status(HttpServletRequest request, int otherwise) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : otherwise;
    }
}
