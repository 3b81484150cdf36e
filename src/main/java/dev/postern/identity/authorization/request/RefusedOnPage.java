package dev.postern.identity.authorization.request;

import dev.postern.page.Problem;
import dev.postern.protocol.OAuthErrorCode;

/** The client or its redirect URI is not verified, so the person sees an error page and is sent nowhere: RFC 6749 section 4.1.2.1. */
public final class RefusedOnPage extends AuthorizationRefused {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    public RefusedOnPage(AuthorizationRequest request, Problem problem, OAuthErrorCode error, String reason) {
        super(request, error, reason);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
