package dev.postern.identity.console.catalog;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.ScopeDefinition;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What people type about a scope, whether it is new or not: its texts and its claims. */
public final class ScopeFields {

    private static final String ENGLISH = "en";
    private static final String SPANISH = "es";

    private String english = "";
    private String spanish = "";
    private String others = "";
    private String claims = "";

    void show(ScopeDefinition scope) {
        Map<String, String> texts = new TreeMap<>(scope.descriptions());
        english = texts.getOrDefault(ENGLISH, "");
        spanish = texts.getOrDefault(SPANISH, "");
        texts.keySet().removeIf(tag -> tag.equals(ENGLISH) || tag.equals(SPANISH));
        others = texts.entrySet().stream()
                .map(text -> text.getKey() + ": " + text.getValue())
                .collect(Collectors.joining("\n"));
        claims = String.join("\n", scope.claims());
    }

    /** What is empty is left out. */
    ObjectNode document(String name) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("name", name);
        put(document, "description", english);
        put(document, "description#" + SPANISH, spanish);
        Lines.of(others).pairs().forEach((tag, text) -> document.put("description#" + tag, text));
        Lines.of(claims).putInto(document, "claims");
        return document;
    }

    private static void put(ObjectNode document, String field, String text) {
        if (!text.isBlank()) {
            document.put(field, text.strip());
        }
    }

    public String getEnglish() {
        return english;
    }

    public void setEnglish(String english) {
        this.english = english;
    }

    public String getSpanish() {
        return spanish;
    }

    public void setSpanish(String spanish) {
        this.spanish = spanish;
    }

    /** A line for each further language: {@code fr: lire vos notes}. */
    public String getOthers() {
        return others;
    }

    public void setOthers(String others) {
        this.others = others;
    }

    public String getClaims() {
        return claims;
    }

    public void setClaims(String claims) {
        this.claims = claims;
    }
}
