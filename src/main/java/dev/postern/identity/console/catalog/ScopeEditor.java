package dev.postern.identity.console.catalog;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.Registered;
import dev.postern.data.database.ScopeDefinition;
import dev.postern.identity.administration.catalog.ScopeAdministration;
import dev.postern.identity.administration.change.Expected;
import dev.postern.identity.administration.change.Owners;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Outcome;
import dev.postern.identity.console.frame.Query;
import dev.postern.identity.registration.ScopeMetadata;
import dev.postern.platform.Json;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A scope with its consent texts: {@code /console/scope?name=…}. */
@Named
@RequestScoped
public class ScopeEditor {

    private static final String ENGLISH = "en";
    private static final String SPANISH = "es";

    @Inject
    ScopeAdministration scopes;

    @Inject
    Frame frame;

    @Inject
    Outcome outcome;

    private String name = "";
    private String english = "";
    private String spanish = "";
    private String others = "";
    private String claims = "";
    private String revision = "";
    private String owner = "";

    /** An existing scope; what was typed stays where it was refused. */
    public void open() {
        Registered<ScopeDefinition> found = scopes.find(frame.by(), frame.parameter("name"));
        owner = found.owner();
        name = found.object().name();
        if (!outcome.isRefused()) {
            fill(found);
        }
    }

    private void fill(Registered<ScopeDefinition> found) {
        Map<String, String> texts = new TreeMap<>(found.object().descriptions());
        english = texts.getOrDefault(ENGLISH, "");
        spanish = texts.getOrDefault(SPANISH, "");
        texts.keySet().removeIf(tag -> tag.equals(ENGLISH) || tag.equals(SPANISH));
        others = texts.entrySet().stream()
                .map(text -> text.getKey() + ": " + text.getValue())
                .collect(Collectors.joining("\n"));
        claims = String.join("\n", found.object().claims());
        revision = found.revision();
    }

    public void save() {
        String changed = frame.parameter("name");
        outcome.of(() -> {
            scopes.replace(
                    frame.by(), changed, new Expected(revision), document().put("name", changed));
            return Query.of("/console/scope", "name", changed, "notice", "saved");
        });
    }

    private ObjectNode document() {
        Lines translations = Lines.of(others);
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("name", name.strip());
        document.put("description", english.strip());
        if (!spanish.isBlank()) {
            document.put("description#" + SPANISH, spanish.strip());
        }
        translations.pairs().forEach((tag, text) -> document.put("description#" + tag, text));
        Lines.of(claims).putInto(document, "claims");
        return document;
    }

    /** What was sent, for comparison with what is there now. */
    public Map<String, Object> getMine() {
        return Json.readObject(document().put("name", name).toString());
    }

    /** Whether it can be changed here. */
    public boolean isOurs() {
        return owner.isEmpty() || Owners.areOurs(owner);
    }

    public String getOwner() {
        return owner;
    }

    /** The file that it belongs to; empty if it belongs to none. */
    public String getFile() {
        return Owners.file(owner);
    }

    public boolean isBuiltIn() {
        return ScopeMetadata.BUILT_IN.contains(name);
    }

    public String getDeletion() {
        return frame.getRoot() + Query.of("/console/scope-delete", "name", name);
    }

    public String getReload() {
        return frame.getRoot() + Query.of("/console/scope", "name", name);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
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

    public String getRevision() {
        return revision;
    }

    public void setRevision(String revision) {
        this.revision = revision;
    }
}
