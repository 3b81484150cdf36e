package dev.postern.identity.authorization;

import dev.postern.identity.authorization.departure.Destination;
import dev.postern.identity.authorization.departure.Destination.Redirect;
import dev.postern.identity.authorization.departure.Destination.SelfPost;
import dev.postern.identity.authorization.request.AuthorizationRequest;
import dev.postern.identity.authorization.request.RefusedByRedirect;
import dev.postern.identity.authorization.request.ResponseMode;
import dev.postern.identity.authorization.request.VerifiedReturn;
import dev.postern.identity.authorization.session.SessionStates;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import dev.postern.protocol.UrlEncoded;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes authorization responses in the mode that was asked for: RFC 6749 sections 4.1.2 and 4.1.2.1, OAuth 2.0 Multiple Response Type Encoding
 * Practices section 2.1, OAuth 2.0 Form Post Response Mode; each with {@code iss} as RFC 9207 section 2 asks.
 */
@Service
class AuthorizationResponses {

    private final SessionStates states;
    private final Issuer issuer;

    @Inject
    AuthorizationResponses(SessionStates states, Issuer issuer) {
        this.states = states;
        this.issuer = issuer;
    }

    /**
     * With {@code session_state} where session management is on: OpenID Connect Session Management section 2.
     *
     * @param parameters besides {@code state} and {@code iss}, in their order
     */
    Destination success(
            VerifiedReturn to, AuthorizationRequest request, Map<String, String> parameters, String sessionId) {
        String sessionState = states.of(to.client().id(), to.redirectUri(), sessionId);
        if (sessionState.isEmpty()) {
            return destination(to, request, parameters);
        }
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("session_state", sessionState);
        return destination(to, request, all);
    }

    Destination refusal(RefusedByRedirect refused) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", refused.error().wire());
        parameters.put("error_description", refused.reason());
        return destination(refused.to(), refused.request(), parameters);
    }

    private Destination destination(VerifiedReturn to, AuthorizationRequest request, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        if (!request.state().isEmpty()) {
            all.put("state", request.state());
        }
        all.put("iss", issuer.value());
        return switch (ResponseMode.of(request)) {
            case QUERY -> new Redirect(written(new StringBuilder(queryOf(to)), all));
            case FRAGMENT -> new Redirect(to.redirectUri() + "#" + written(new StringBuilder(), all));
            case FORM_POST -> new SelfPost(to.redirectUri(), all, request.uiLocales());
        };
    }

    /** A query that the redirect URI has already is kept: RFC 6749 section 3.1.2. */
    private static String queryOf(VerifiedReturn to) {
        return to.redirectUri().indexOf('?') < 0 ? to.redirectUri() + "?" : to.redirectUri();
    }

    private static String written(StringBuilder into, Map<String, String> parameters) {
        parameters.forEach((name, value) -> UrlEncoded.append(into, name, value));
        return into.toString();
    }
}
