package dev.postern.testserver;

import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of a good authorization request, changed where a test needs it. */
public final class Authorize {

    /** Of {@link #CHALLENGE}: RFC 7636 appendix B. */
    public static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    public static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    public static final String CALLBACK = "http://127.0.0.1:18081/callback";

    private final Map<String, String> parameters = new LinkedHashMap<>();

    public static Authorize with(String clientId) {
        return new Authorize()
                .and("client_id", clientId)
                .and("redirect_uri", CALLBACK)
                .and("response_type", "code")
                .and("scope", "openid profile")
                .and("state", "af0ifjsldkj")
                .and("nonce", "n-0S6_WzA2Mj")
                .and("code_challenge", CHALLENGE)
                .and("code_challenge_method", "S256");
    }

    public Authorize and(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    public Authorize without(String name) {
        parameters.remove(name);
        return this;
    }

    public Map<String, String> map() {
        return Map.copyOf(parameters);
    }
}
