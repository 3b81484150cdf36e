package dev.postern.identity.clientauth;

import dev.postern.data.database.client.ClientAuthenticationMethod;
import dev.postern.platform.Service;
import dev.postern.protocol.ClientSecret;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.RequestParameters;
import dev.postern.protocol.UrlEncoded;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** client_secret_basic: RFC 6749 section 2.3.1. Id and secret are form-urlencoded before they become user and password. */
@Service
class ClientSecretBasic {

    private static final String SCHEME = "Basic ";

    private final RegisteredSecrets registered;

    @Inject
    ClientSecretBasic(RegisteredSecrets registered) {
        this.registered = registered;
    }

    AuthenticatedClient authenticate(String authorization, RequestParameters parameters) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw malformed("the Authorization header is not of the Basic scheme");
        }
        String pair = decoded(authorization.substring(SCHEME.length()).strip());
        int colon = pair.indexOf(':');
        if (colon < 1) {
            throw malformed("the Basic credentials name no client");
        }
        String clientId = unescaped(pair.substring(0, colon));
        ClientSecret secret = new ClientSecret(unescaped(pair.substring(colon + 1)));
        if (!parameters.get("client_id").orElse(clientId).equals(clientId)) {
            throw new OAuthRefused(
                    OAuthErrorCode.INVALID_REQUEST, "client_id differs from the client in the Authorization header");
        }
        return registered.authenticate(clientId, secret, ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            throw malformed("the Basic credentials are not base64");
        }
    }

    private static String unescaped(String text) {
        try {
            return UrlEncoded.text(text);
        } catch (UrlEncoded.Malformed e) {
            throw malformed("the Basic credentials are not form-urlencoded");
        }
    }

    private static ClientNotAuthenticated malformed(String reason) {
        return new ClientNotAuthenticated("", ClientAuthenticationMethod.CLIENT_SECRET_BASIC, reason);
    }
}
