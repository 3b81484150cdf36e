package dev.postern.identity.adminapi;

import dev.postern.identity.adminapi.Operations.Match;
import dev.postern.identity.administration.change.Freshness;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.failure.FailureAnswers;
import dev.postern.identity.http.Reply;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The admin API. Every request walks the same way: which operation is it, who asks, may their token and their role, is their sign-in
 * fresh enough, and only then is anything else of it read. What is not in {@link Operations} does not exist.
 */
@WebServlet("/admin/api/v1/*")
public class AdminEndpoint extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String ROOT = "/admin/api/v1";
    private static final String DOCUMENT = "/openapi.json";

    @Inject
    transient AdminCallers callers;

    @Inject
    transient AdminCalls calls;

    @Inject
    transient OpenApi openApi;

    @Inject
    transient FailureAnswers failures;

    @Inject
    transient Freshness freshness;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Reply> reply = reply(request, response);
        if (reply.isPresent()) {
            reply.get().send(request, response);
        }
    }

    /** @return a refusal, or nothing if the operation has answered */
    private Optional<Reply> reply(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String path = path(request);
            // Where there is a GET there is a HEAD: the reply leaves the body out.
            String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
            if (path.equals(DOCUMENT) && method.equals("GET")) {
                return Optional.of(openApi.reply());
            }
            Optional<Match> match = Operations.find(method, path);
            if (match.isEmpty()) {
                return Optional.of(nothingThere(path));
            }
            Optional<Administrator> caller = callers.of(request);
            Optional<Reply> refused = refused(match.get(), caller);
            if (refused.isEmpty()) {
                Call call = Call.of(match.get(), caller.orElseThrow(), request);
                call.operation().run(calls, call).send(request, response);
            }
            return refused;
        } catch (RuntimeException e) {
            if (response.isCommitted()) {
                throw e; // an export breaks off: what is there must not look whole
            }
            return Optional.of(Problems.known(e, freshness.longest()).orElseGet(() -> failures.answer(e, request)));
        }
    }

    /** As it was written, below the API's root: ids in it are decoded in one place only. */
    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length() + ROOT.length());
    }

    private static Reply nothingThere(String path) {
        List<String> methods = List.copyOf(Operations.methods(path));
        return methods.isEmpty() ? Problems.unknownPath() : Problems.methodNotAllowed(methods);
    }

    /**
     * Who does not get to the operation at all. The model asks the same; but what comes before it tells of objects too, and an answer
     * that is given again holds the secret of the first one.
     */
    private Optional<Reply> refused(Match match, Optional<Administrator> caller) {
        Shape shape = match.operation().shape();
        if (caller.isEmpty()) {
            return Optional.of(Problems.noToken());
        }
        Administrator by = caller.get();
        if (!by.hasScopeFor(shape.right())) {
            return Optional.of(Problems.tooLittleScope(shape.right()));
        }
        if (!by.hasRoleFor(shape.right())) {
            return Optional.of(Problems.wrongRole());
        }
        if (shape.fresh()) {
            freshness.require(by);
        }
        return Optional.empty();
    }
}
