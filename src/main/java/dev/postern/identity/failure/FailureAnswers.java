package dev.postern.identity.failure;

import dev.postern.identity.http.JsonAnswers;
import dev.postern.identity.http.Reply;
import dev.postern.page.Problem;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The answer to an exception or a bare status, in the format of the path: our error page, an OAuth error (RFC 6749 section 5.2) or
 * problem details (RFC 9457). Never a stack trace and never a page of the server's.
 */
@Service
public class FailureAnswers {

    private static final Logger LOG = Logger.getLogger(FailureAnswers.class.getName());

    private final ProblemPages pages;

    @Inject
    public FailureAnswers(ProblemPages pages) {
        this.pages = pages;
    }

    /** Writes a line to the log if the failure is ours. */
    public Reply answer(Throwable thrown, HttpServletRequest request) {
        Problem problem = Failure.of(thrown);
        if (problem == Problem.BROKEN) {
            LOG.log(
                    Level.SEVERE,
                    thrown,
                    () -> "request " + CurrentRequest.get().requestId() + " failed");
        } else if (problem == Problem.UNAVAILABLE) {
            LOG.warning(() -> "Answered 503: " + Failure.line(thrown));
        }
        return answer(problem, Failure.status(thrown), request);
    }

    public Reply answer(int status, HttpServletRequest request) {
        return answer(Problem.ofStatus(status), status, request);
    }

    private Reply answer(Problem problem, int status, HttpServletRequest request) {
        return switch (AnswerFormat.of(path(request))) {
            case HTML -> pages.page(problem, status, request);
            case OAUTH_JSON -> status == 503 ? JsonAnswers.unavailable() : JsonAnswers.failure(status);
            case PROBLEM_JSON -> details(problem, status);
        };
    }

    /** Without the context path, as a servlet or JAX-RS has matched it. */
    private static String path(HttpServletRequest request) {
        String below = request.getPathInfo();
        return (request.getServletPath() + (below == null ? "" : below)).replaceFirst("^/+", "/");
    }

    private static Reply details(Problem problem, int status) {
        String body = "{\"type\":\"about:blank\",\"status\":" + status + ",\"title\":\""
                + (status < 500 ? "The request was refused" : "The server cannot answer now") + "\"}";
        Reply answer = Reply.of(status, "application/problem+json", body.getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "no-store");
        return problem.passes() ? answer.with("Retry-After", "1") : answer;
    }
}
