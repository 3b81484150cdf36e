package dev.postern.application.api;

import dev.postern.platform.ProblemDetails;

/** A request that is admitted but cannot be served. */
final class ApiRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemDetails problem;

    ApiRefused(ProblemDetails problem) {
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    static ApiRefused badRequest(String detail) {
        return new ApiRefused(new ProblemDetails(400, "Bad Request", detail));
    }

    static ApiRefused notFound() {
        return new ApiRefused(new ProblemDetails(404, "Not Found", "You have no such note."));
    }

    static ApiRefused tooLarge(int mostBytes) {
        return new ApiRefused(
                new ProblemDetails(413, "Content Too Large", "At most " + mostBytes + " bytes are accepted."));
    }

    static ApiRefused full(int most) {
        return new ApiRefused(new ProblemDetails(
                409, "Conflict", "You have " + most + " notes, and that is the limit: delete one first."));
    }

    ProblemDetails problem() {
        return problem;
    }
}
