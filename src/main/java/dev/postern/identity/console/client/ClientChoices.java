package dev.postern.identity.console.client;

import dev.postern.page.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the fields of a client offer to choose from. The rules decide what may be chosen together. */
final class ClientChoices {

    private static final List<String> SIGNATURES = List.of("RS256", "ES256", "PS256", "EdDSA");
    private static final List<String> SIGNATURES_OR_ANY = List.of("", "RS256", "ES256", "PS256", "EdDSA");

    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("application_type", List.of("web", "native")),
            Map.entry("pkce", List.of("required", "nonce", "optional")),
            Map.entry(
                    "token_endpoint_auth_method",
                    List.of(
                            "client_secret_basic",
                            "client_secret_post",
                            "client_secret_jwt",
                            "private_key_jwt",
                            "none")),
            Map.entry(
                    "token_endpoint_auth_signing_alg",
                    List.of("", "ES256", "RS256", "PS256", "EdDSA", "HS256", "HS384", "HS512")),
            Map.entry("assertion_audience", List.of("", "issuer", "token_endpoint")),
            Map.entry("refresh_tokens", List.of("never", "offline_access", "always")),
            Map.entry("refresh_use", List.of("rotate", "keep")),
            Map.entry("id_token_signed_response_alg", SIGNATURES),
            Map.entry("userinfo_signed_response_alg", SIGNATURES_OR_ANY),
            Map.entry("request_object_signing_alg", SIGNATURES_OR_ANY),
            Map.entry("subject_type", List.of("public", "pairwise")));

    private ClientChoices() {}

    /** Labels with values, in order. */
    static Map<String, String> of(String field, Words words) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (String value : VALUES.getOrDefault(field, List.of())) {
            String key = "choice." + field + "." + (value.isEmpty() ? "any" : value);
            choices.put(words.has(key) ? words.text(key) : value, value);
        }
        return choices;
    }
}
