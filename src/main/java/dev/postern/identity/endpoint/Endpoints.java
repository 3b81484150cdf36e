package dev.postern.identity.endpoint;

import dev.postern.identity.cors.Cors;
import dev.postern.identity.failure.FailureAnswers;
import dev.postern.identity.http.Reply;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Runs the endpoints that are servlets, each at the one path that it is mapped to: the CORS protocol first, then the method (RFC 9110 sections 9.3.7 and 15.5.6), then the
 * endpoint; an exception becomes the answer that resources give to it.
 */
@Service
public class Endpoints {

    private final Cors cors;
    private final FailureAnswers failures;

    @Inject
    public Endpoints(Cors cors, FailureAnswers failures) {
        this.cors = cors;
        this.failures = failures;
    }

    public void run(HttpServletRequest request, HttpServletResponse response, Methods methods, Handler handler)
            throws IOException {
        reply(request, response, methods, handler).send(request, response);
    }

    private Reply reply(HttpServletRequest request, HttpServletResponse response, Methods methods, Handler handler)
            throws IOException {
        if (!isWrittenAsUnderstood(request)) {
            return failures.answer(404, request);
        }
        try {
            Optional<Reply> preflight = cors.preflight(request, response);
            return preflight.isPresent() ? preflight.get() : byMethod(request, methods, handler);
        } catch (RuntimeException e) {
            return failures.answer(e, request);
        }
    }

    /** {@code /gateway/../jwks} and {@code /%6awks} lead to nothing: who looks at paths before us must see what we see. */
    private static boolean isWrittenAsUnderstood(HttpServletRequest request) {
        String below = request.getPathInfo();
        String understood = request.getContextPath() + request.getServletPath() + (below == null ? "" : below);
        return request.getRequestURI().equals(understood);
    }

    private Reply byMethod(HttpServletRequest request, Methods methods, Handler handler) throws IOException {
        if (methods.take(request.getMethod())) {
            return handler.answer(request);
        }
        Reply other = request.getMethod().equals("OPTIONS") ? Reply.of(200) : failures.answer(405, request);
        return other.with("Allow", methods.allow());
    }
}
