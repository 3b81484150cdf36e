package dev.postern.identity.console.registration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.client.InitialAccessTokenAdministration;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Outcome;
import dev.postern.identity.registration.ClientMetadata;
import dev.postern.identity.registration.ClientRules;
import dev.postern.platform.Issuer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Makes an initial access token, which is shown in the answer alone: {@code /console/registration-token-new}. */
@Named
@RequestScoped
public class RegistrationTokenForm {

    /** As the browser's field for a time writes it: UTC, without saying so. */
    private static final String LOCAL_TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?";

    private static final Map<String, Collection<String>> BOXES = Map.of(
            "grant_types", ClientRules.GRANT_TYPES,
            "response_types", ClientRules.RESPONSE_TYPES,
            "token_endpoint_auth_methods", ClientMetadata.METHODS.keySet());

    @Inject
    InitialAccessTokenAdministration tokens;

    @Inject
    Frame frame;

    @Inject
    Outcome outcome;

    @Inject
    Issuer issuer;

    private final Map<String, Object> values = new HashMap<>();
    private String token = "";

    /** It takes a fresh sign-in. */
    public void open() {
        Guard.mayWrite(frame.by(), Area.CLIENTS);
        frame.requireFreshSignIn();
    }

    /** The answer to this very request shows it, and nothing later does. */
    public void make() {
        outcome.here(
                () -> token = tokens.create(frame.by(), document()).secret().secret());
    }

    /** What is empty is left out, so that it is as for everybody. */
    private ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("name", text("name"));
        if (!text("expires").isEmpty()) {
            document.put("expires", text("expires") + (text("expires").matches(LOCAL_TIME) ? "Z" : ""));
        }
        ObjectNode policy = document.putObject("policy");
        putCount(policy);
        List.of("scope", "pkce", "assertion_audience").forEach(field -> {
            if (!text(field).isEmpty()) {
                policy.put(field, text(field));
            }
        });
        BOXES.keySet().forEach(field -> putTicked(policy, field));
        return document;
    }

    private void putCount(ObjectNode policy) {
        String most = text("most_clients");
        if (most.matches("\\d{1,9}")) {
            policy.put("most_clients", Integer.parseInt(most));
        } else if (!most.isEmpty()) {
            policy.put("most_clients", most); // for the rule to refuse
        }
    }

    private void putTicked(ObjectNode policy, String field) {
        List<String> ticked = boxes(field).stream()
                .filter(box -> Boolean.TRUE.equals(values.get(field + ":" + box)))
                .toList();
        if (!ticked.isEmpty()) {
            ArrayNode list = policy.putArray(field);
            ticked.forEach(list::add);
        }
    }

    private String text(String field) {
        Object value = values.get(field);
        return value == null ? "" : value.toString().strip();
    }

    /** What a list of the policy may hold. */
    private static Collection<String> boxes(String field) {
        return new TreeSet<>(BOXES.getOrDefault(field, List.of()));
    }

    /** Labels with values; the first is as for everybody. @param field pkce or assertion_audience */
    public Map<String, String> choices(String field) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(frame.in("console-registration-tokens").text("as_usual"), "");
        Collection<String> known =
                field.equals("pkce") ? ClientMetadata.PKCE.keySet() : ClientMetadata.AUDIENCES.keySet();
        new TreeSet<>(known).forEach(value -> choices.put(value, value));
        return choices;
    }

    /** What the fields are bound to. */
    public Map<String, Object> getForm() {
        return values;
    }

    /** Empty but in the answer to the request that has made it. */
    public String getToken() {
        return token;
    }

    /** Where programs send it. */
    public String getEndpoint() {
        return issuer.endpoint("/register");
    }
}
