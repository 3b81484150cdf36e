package dev.postern.identity.failure;

import dev.postern.identity.http.Reply;
import dev.postern.page.ErrorPage;
import dev.postern.page.Languages;
import dev.postern.page.Problem;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;

/** The error page for people as an answer. */
@Service
public class ProblemPages {

    private static final String RETRY_IN_SECONDS = "1";

    private final Issuer issuer;

    @Inject
    public ProblemPages(Issuer issuer) {
        this.issuer = issuer;
    }

    public Reply page(Problem problem, HttpServletRequest request) {
        return page(problem, problem.status(), request);
    }

    Reply page(Problem problem, int status, HttpServletRequest request) {
        ErrorPage page = new ErrorPage(
                problem,
                CurrentRequest.get().requestId(),
                Languages.choose(null, request.getHeader("Accept-Language")),
                issuer.path());
        Reply answer = Reply.of(status, "text/html;charset=UTF-8", page.html().getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "no-store");
        return problem.passes() ? answer.with("Retry-After", RETRY_IN_SECONDS) : answer;
    }
}
