package dev.postern.client.webapp;

import dev.postern.platform.CurrentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Whatever the resources have not answered themselves, as a page. */
@Provider
@ApplicationScoped
public class AppFailures implements ExceptionMapper<Throwable> {

    @Inject
    HttpServletRequest request;

    @Inject
    AppAnswers answers;

    @Override
    public Response toResponse(Throwable failure) {
        return answers.failure(failure, AppAnswers.words(request.getHeader("Accept-Language")), CurrentRequest.get());
    }
}
