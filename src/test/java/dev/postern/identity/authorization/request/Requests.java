package dev.postern.identity.authorization.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A good authorization request, changed where a test needs it. */
public final class Requests {

    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    public static Requests good() {
        return new Requests()
                .with("client_id", "web")
                .with("redirect_uri", "https://app.test/callback")
                .with("response_type", "code")
                .with("scope", "openid profile")
                .with("state", "state-1")
                .with("nonce", "nonce-1")
                .with("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
                .with("code_challenge_method", "S256");
    }

    public Requests with(String name, String... values) {
        parameters.put(name, List.of(values));
        return this;
    }

    public Requests without(String name) {
        parameters.remove(name);
        return this;
    }

    public AuthorizationRequest parse() {
        return AuthorizationRequest.parse(parameters);
    }
}
