package dev.postern.identity.console.frame;

import dev.postern.page.PageRefused;
import dev.postern.page.Problem;
import dev.postern.platform.Digests;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** Tells what administrators send from what another site makes their browser send: OWASP ASVS 5.0 section 3.5.1. */
@Service
class Forms {

    static final String FIELD = "csrf";

    /** Path and query of the page that a form stands on. */
    static final String PAGE = "form_page";

    private static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

    private final String origin;

    @Inject
    Forms(Issuer issuer) {
        this.origin = issuer.origin();
    }

    /** @throws PageRefused if the form is none of this session's pages */
    void refuseForged(HttpServletRequest request, Visit visit) {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        boolean form = type.toLowerCase(Locale.ROOT).startsWith(MEDIA_TYPE);
        boolean sameSite =
                says(request, "Sec-Fetch-Site").map("same-origin"::equals).orElse(true);
        // Our pages send no referrer, which makes their Origin null (Fetch Standard, Origin header).
        boolean sameOrigin = says(request, "Origin")
                .filter(value -> !value.equals("null"))
                .map(origin::equals)
                .orElse(true);
        if (!form || !sameSite || !sameOrigin || !isTokenOf(visit, request.getParameterValues(FIELD))) {
            throw new PageRefused(Problem.STALE_FORM);
        }
    }

    private static boolean isTokenOf(Visit visit, String @org.jspecify.annotations.Nullable [] presented) {
        return presented != null
                && presented.length == 1
                && Digests.same(visit.session().formToken(), presented[0]);
    }

    private static Optional<String> says(HttpServletRequest request, String header) {
        return Optional.ofNullable(request.getHeader(header));
    }
}
