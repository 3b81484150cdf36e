package dev.postern.identity.authorization.request;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an authorization request asks for: OAuth 2.0 Multiple Response Type Encoding Practices sections 3 and 5, OpenID Connect Core
 * sections 3.1 and 3.2. The order of the words does not matter.
 */
public enum ResponseType {
    CODE("code", "authorization_code"),
    ID_TOKEN("id_token", "implicit"),
    ID_TOKEN_TOKEN("id_token token", "implicit");

    private final String wire;
    private final String grantType;

    ResponseType(String wire, String grantType) {
        this.wire = wire;
        this.grantType = grantType;
    }

    public static Optional<ResponseType> named(String sent) {
        List<String> words = words(sent);
        return Arrays.stream(values())
                .filter(type -> words(type.wire).equals(words))
                .findFirst();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ", -1)).sorted().toList();
    }

    /** Whether tokens go through the browser's address, also of types that we do not know: their answers never go into the query. */
    static boolean isFrontChannel(String sent) {
        List<String> words = words(sent);
        return words.contains("token") || words.contains("id_token");
    }

    /** Its words in alphabetical order, as clients are registered for them. */
    public String wire() {
        return wire;
    }

    /** The grant type that belongs to it: RFC 7591 section 2.1. */
    public String grantType() {
        return grantType;
    }
}
