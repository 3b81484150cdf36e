package dev.postern.identity.console.frame;

import dev.postern.identity.administration.change.Freshness;
import dev.postern.identity.console.frame.SignInStart.Departure;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/** Sends people to sign in and lets them come back to the page where they were. */
@Service
class Doorway {

    private final SignInStart start;
    private final ConsoleCookies cookies;
    private final Freshness freshness;
    private final Issuer issuer;

    @Inject
    Doorway(SignInStart start, ConsoleCookies cookies, Freshness freshness, Issuer issuer) {
        this.start = start;
        this.cookies = cookies;
        this.freshness = freshness;
        this.issuer = issuer;
    }

    void signIn(HttpServletRequest request, HttpServletResponse response) {
        leave(request, response, Optional.empty(), Optional.empty());
    }

    /** Who has signed in too long ago for what they want to do; what they have sent is kept until they are back. */
    void signInAgain(HttpServletRequest request, HttpServletResponse response) {
        leave(request, response, Optional.of(freshness.longest()), HeldForm.of(request));
    }

    private void leave(
            HttpServletRequest request,
            HttpServletResponse response,
            Optional<Duration> maxAge,
            Optional<HeldForm> form) {
        Departure departure = start.begin(cookies.start(request), ReturnPath.of(request), maxAge, form);
        response.addHeader("Set-Cookie", cookies.start(departure.browser(), SignInStart.LIFETIME.toSeconds()));
        seeOther(response, departure.location());
    }

    void to(HttpServletResponse response, ReturnPath page) {
        seeOther(response, issuer.endpoint(page.value()));
    }

    /** Location by hand: {@code sendRedirect} would complete it with the request's Host header. */
    static void seeOther(HttpServletResponse response, String location) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", location);
    }
}
