package dev.postern.identity.console.catalog;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.Registered;
import dev.postern.data.database.ResourceServer;
import dev.postern.identity.administration.catalog.ResourceServerAdministration;
import dev.postern.identity.administration.change.Expected;
import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.change.Owners;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Outcome;
import dev.postern.identity.console.frame.Query;
import dev.postern.identity.registration.ResourceServerMetadata;
import dev.postern.platform.Json;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** An API: {@code /console/api?id=…}, a new one: {@code /console/api-new}. */
@Named
@RequestScoped
public class ApiForm {

    @Inject
    ResourceServerAdministration servers;

    @Inject
    Frame frame;

    @Inject
    Outcome outcome;

    private String identifier = "";
    private String name = "";
    private String scopes = "";
    private String format = "jwt";
    private String lifetime = "5m";
    private String clientId = "";
    private String introspects = "";
    private String revision = "";
    private String owner = "";

    /** An existing API; what was typed stays where it was refused. */
    public void open() {
        Registered<ResourceServer> found = servers.find(frame.by(), frame.parameter("id"));
        owner = found.owner();
        identifier = found.object().identifier();
        if (!outcome.isRefused()) {
            fill(found);
        }
    }

    private void fill(Registered<ResourceServer> found) {
        ResourceServer server = found.object();
        Map<String, Object> written = ResourceServerMetadata.write(server);
        name = server.name();
        scopes = String.join("\n", server.scopes());
        format = String.valueOf(written.get("token_format"));
        lifetime = String.valueOf(written.get("token_lifetime"));
        clientId = server.clientId();
        introspects = String.join("\n", server.mayIntrospect());
        revision = found.revision();
    }

    /** Who may not make one has no use for the form. */
    public void openNew() {
        Guard.mayWrite(frame.by(), Area.SCOPES);
    }

    public void create() {
        outcome.of(() -> {
            servers.create(frame.by(), document(identifier.strip()));
            return "/console/apis?notice=created";
        });
    }

    public void save() {
        String changed = frame.parameter("id");
        outcome.of(() -> {
            servers.replace(frame.by(), changed, new Expected(revision), document(changed));
            return Query.of("/console/api", "id", changed, "notice", "saved");
        });
    }

    private ObjectNode document(String id) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("identifier", id);
        putUnlessBlank(document, "name", name);
        Lines.of(scopes).putInto(document, "scopes");
        document.put("token_format", format);
        putUnlessBlank(document, "token_lifetime", lifetime);
        putUnlessBlank(document, "client_id", clientId);
        Lines.of(introspects).putInto(document, "may_introspect");
        return document;
    }

    private static void putUnlessBlank(ObjectNode document, String field, String value) {
        if (!value.isBlank()) {
            document.put(field, value.strip());
        }
    }

    /** What was sent, for comparison with what is there now. */
    public Map<String, Object> getMine() {
        return Json.readObject(document(identifier).toString());
    }

    public List<String> getFormats() {
        return ResourceServerMetadata.FORMAT_NAMES;
    }

    /** Whether it can be changed here. */
    public boolean isOurs() {
        return owner.isEmpty() || Owners.areOurs(owner);
    }

    /** The file that it belongs to; empty if it belongs to none. */
    public String getFile() {
        return Owners.file(owner);
    }

    public String getDeletion() {
        return frame.getRoot() + Query.of("/console/api-delete", "id", identifier);
    }

    public String getReload() {
        return frame.getRoot() + Query.of("/console/api", "id", identifier);
    }

    public String getIdentifier() {
        return identifier;
    }

    public void setIdentifier(String identifier) {
        this.identifier = identifier;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getScopes() {
        return scopes;
    }

    public void setScopes(String scopes) {
        this.scopes = scopes;
    }

    public String getFormat() {
        return format;
    }

    public void setFormat(String format) {
        this.format = format;
    }

    public String getLifetime() {
        return lifetime;
    }

    public void setLifetime(String lifetime) {
        this.lifetime = lifetime;
    }

    public String getClientId() {
        return clientId;
    }

    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    public String getIntrospects() {
        return introspects;
    }

    public void setIntrospects(String introspects) {
        this.introspects = introspects;
    }

    public String getRevision() {
        return revision;
    }

    public void setRevision(String revision) {
        this.revision = revision;
    }
}
