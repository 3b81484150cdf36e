package dev.postern.identity.authorization;

import dev.postern.identity.authorization.request.RefusedByRedirect;
import dev.postern.identity.authorization.request.VerifiedReturn;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import dev.postern.protocol.TokenValue;
import dev.postern.protocol.UrlEncoded;
import jakarta.inject.Inject;

/** Writes authorization responses: RFC 6749 sections 4.1.2 and 4.1.2.1, each with {@code iss} as RFC 9207 section 2 asks. */
@Service
class AuthorizationResponses {

    private final Issuer issuer;

    @Inject
    AuthorizationResponses(Issuer issuer) {
        this.issuer = issuer;
    }

    String success(VerifiedReturn to, String state, TokenValue code) {
        StringBuilder location = begin(to);
        UrlEncoded.append(location, "code", code.secret());
        return end(location, state);
    }

    String refusal(RefusedByRedirect refused) {
        StringBuilder location = begin(refused.to());
        UrlEncoded.append(location, "error", refused.error().wire());
        UrlEncoded.append(location, "error_description", refused.reason());
        return end(location, refused.request().state());
    }

    /** A query that the redirect URI has already is kept: RFC 6749 section 3.1.2. */
    private static StringBuilder begin(VerifiedReturn to) {
        StringBuilder location = new StringBuilder(to.redirectUri());
        if (to.redirectUri().indexOf('?') < 0) {
            location.append('?');
        }
        return location;
    }

    private String end(StringBuilder location, String state) {
        if (!state.isEmpty()) {
            UrlEncoded.append(location, "state", state);
        }
        UrlEncoded.append(location, "iss", issuer.value());
        return location.toString();
    }
}
