package dev.postern.data.queue;

import java.util.LinkedHashMap;
import java.util.Map;

/** Builds the details of events: empty values are left out, long ones are cut. */
final class EventDetails {

    private static final int LONGEST_VALUE = 1_000;

    private EventDetails() {}

    static Map<String, String> of(String... namesAndValues) {
        Map<String, String> details = new LinkedHashMap<>();
        add(details, namesAndValues);
        return details;
    }

    static Map<String, String> of(AuthorizationFacts facts, String... namesAndValues) {
        Map<String, String> details = of(
                "redirect_uri", facts.redirectUri(),
                "scope", facts.scope(),
                "response_type", facts.responseType(),
                "response_mode", facts.responseMode(),
                "prompt", facts.prompt(),
                "pkce", facts.pkceMethod());
        add(details, namesAndValues);
        return details;
    }

    static Map<String, String> of(TokenFacts facts, String... namesAndValues) {
        Map<String, String> details = of(
                "grant_type", facts.grantType(),
                "client_authentication", facts.clientAuthentication(),
                "redirect_uri", facts.redirectUri(),
                "scope", facts.scope(),
                "resource", facts.resource(),
                "pkce", facts.pkceMethod());
        add(details, namesAndValues);
        return details;
    }

    private static void add(Map<String, String> details, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String value = namesAndValues[i + 1];
            if (!value.isEmpty()) {
                details.put(
                        namesAndValues[i], value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value);
            }
        }
    }
}
