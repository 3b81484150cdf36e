package dev.postern.identity.authorization;

import dev.postern.identity.authorization.departure.Departures;
import dev.postern.identity.authorization.interaction.PostedRequests;
import dev.postern.identity.authorization.request.AuthorizationRefused;
import dev.postern.identity.authorization.request.AuthorizationRequest;
import dev.postern.identity.authorization.session.Cookies;
import dev.postern.identity.endpoint.Endpoints;
import dev.postern.identity.endpoint.Methods;
import dev.postern.identity.failure.FailureAnswers;
import dev.postern.identity.http.FormRequests;
import dev.postern.identity.http.Reply;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The authorization endpoint (B5): RFC 6749 section 3.1, OpenID Connect Core section 3.1.2.1. */
@WebServlet({"/authorize", "/authorize/"})
public class AuthorizationEndpoint extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Endpoints endpoints;

    @Inject
    transient Authorizer authorizer;

    @Inject
    transient AuthorizationRefusals refusals;

    @Inject
    transient FailureAnswers failures;

    @Inject
    transient Departures departures;

    @Inject
    transient PostedRequests postedRequests;

    @Inject
    transient Cookies cookies;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        endpoints.run(request, response, Methods.GET_AND_POST, this::answer);
    }

    private Reply answer(HttpServletRequest request) throws IOException {
        try {
            return request.getMethod().equals("POST") ? post(request) : authorize(request);
        } catch (AuthorizationRefused refused) {
            return refusals.answer(refused, request);
        }
    }

    private Reply authorize(HttpServletRequest http) {
        AuthorizationRequest request = AuthorizationRequest.parse(postedRequests.parameters(http));
        return departures.leave(authorizer.authorize(request, cookies.read(http)), http);
    }

    /** A POST from another site brings no cookies that are SameSite=Lax; the GET to which this leads does. */
    private Reply post(HttpServletRequest http) throws IOException {
        return http.getContentType() == null || FormRequests.isForm(http)
                ? departures.leave(postedRequests.keep(http.getInputStream(), "/authorize"))
                : failures.answer(415, http);
    }
}
