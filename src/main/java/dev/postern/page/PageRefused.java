package dev.postern.page;

/** A person's request ends on an error page. */
public final class PageRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    public PageRefused(Problem problem) {
        super(problem.name(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
