package dev.postern.data.database;

import dev.postern.platform.Json;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A client as it is stored: one JSON document in which every group of {@link Client} is an object.
 *
 * <p>What a document does not say is as in {@link Client#blank}, so that one written before a field existed stays readable; so does
 * one of the first shape, which had no groups.
 */
final class ClientDocument {

    private static final Map<String, Object> BLANK = Json.readObject(Json.write(Client.blank("")));

    /** Where the fields of the first shape are now. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("name", "presentation.name.plain"),
            Map.entry("names", "presentation.name.byTag"),
            Map.entry("logoUri", "presentation.logoUri.plain"),
            Map.entry("clientUri", "presentation.clientUri.plain"),
            Map.entry("policyUri", "presentation.policyUri.plain"),
            Map.entry("tosUri", "presentation.tosUri.plain"),
            Map.entry("contacts", "presentation.contacts"),
            Map.entry("applicationType", "redirection.applicationType"),
            Map.entry("redirectUris", "redirection.redirectUris"),
            Map.entry("origins", "redirection.origins"),
            Map.entry("authentication", "authentication.method"),
            Map.entry("secretHashes", "authentication.secretHashes"),
            Map.entry("assertionAlgorithm", "authentication.algorithm"),
            Map.entry("jwks", "keys.jwks"),
            Map.entry("grantTypes", "access.grantTypes"),
            Map.entry("responseTypes", "access.responseTypes"),
            Map.entry("scope", "access.scope"),
            Map.entry("defaultResource", "access.defaultResource"),
            Map.entry("resources", "access.resources"),
            Map.entry("firstParty", "access.firstParty"),
            Map.entry("pkce", "requests.pkce"),
            Map.entry("idTokenAlgorithm", "identity.idTokenAlgorithm"),
            Map.entry("refreshTokens", "refresh.policy"),
            Map.entry("refreshUse", "refresh.use"),
            Map.entry("reuseGrace", "refresh.reuseGrace"),
            Map.entry("postLogoutRedirectUris", "logout.returnUris"),
            Map.entry("selfRegistered", "registration.selfMade"));

    private ClientDocument() {}

    static String write(Client client) {
        return Json.write(client);
    }

    static Client read(String text) {
        Map<String, Object> stored = Json.readObject(text);
        boolean grouped = stored.containsKey("presentation");
        return Json.read(Json.write(over(BLANK, grouped ? stored : grouped(stored))), Client.class);
    }

    private static Map<String, Object> grouped(Map<String, Object> flat) {
        Map<String, Object> groups = new HashMap<>();
        flat.forEach((field, value) -> {
            String[] steps = PLACES.getOrDefault(field, field).split("\\.");
            Map<String, Object> at = groups;
            for (int i = 0; i < steps.length - 1; i++) {
                at = within(at, steps[i]);
            }
            at.put(steps[steps.length - 1], value);
        });
        return groups;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> within(Map<String, Object> object, String member) {
        return (Map<String, Object>) object.computeIfAbsent(member, missing -> new HashMap<String, Object>());
    }

    /** One object over another: members that are objects in both are put over one another in turn. */
    private static Map<String, Object> over(Map<String, Object> below, Map<String, Object> above) {
        Map<String, Object> whole = new LinkedHashMap<>(below);
        above.forEach((member, value) -> whole.merge(member, value, ClientDocument::over));
        return whole;
    }

    @SuppressWarnings("unchecked")
    private static Object over(Object below, Object above) {
        return below instanceof Map && above instanceof Map
                ? over((Map<String, Object>) below, (Map<String, Object>) above)
                : above;
    }
}
