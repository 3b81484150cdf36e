package dev.postern.identity.console.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.client.ClientKind;
import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.client.ClientAdministration;
import dev.postern.identity.administration.client.SafeDefaults;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Outcome;
import dev.postern.page.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A new client, step by step: {@code /console/client-new}, then {@code ?kind=web}. */
@Named
@RequestScoped
public class ClientGuidePage {

    @Inject
    ClientAdministration clients;

    @Inject
    MadeClient made;

    @Inject
    Frame frame;

    @Inject
    Outcome outcome;

    private final ClientForm form = new ClientForm();

    /** A kind to choose, in one line. */
    public record Kind(String wire, String name, String says, String href) {}

    /** Who may not make one has no use for the form. */
    public void open() {
        Guard.mayWrite(frame.by(), Area.CLIENTS);
        if (!isKindChosen()) {
            return;
        }
        frame.requireFreshSignIn();
        if (form.values().isEmpty()) {
            ObjectNode safe = SafeDefaults.of(kind().orElseThrow());
            form.values().put("scope", safe.path("scope").asText());
            form.values()
                    .put(
                            "token_endpoint_auth_method",
                            safe.path("token_endpoint_auth_method").asText());
        }
    }

    /** The answer to this very request shows its secret, and nothing later does. */
    public void create() {
        outcome.here(() -> {
            ObjectNode document = SafeDefaults.of(kind().orElseThrow());
            form.addTo(document, asked());
            made.show(clients.create(frame.by(), document));
        });
    }

    /** What the guide asks for; everything else is as is safe. */
    private List<String> asked() {
        Stream<String> always = Stream.of("client_id", "client_name", "scope");
        Stream<String> whereRedirected =
                isRedirecting() ? Stream.of("redirect_uris", "post_logout_redirect_uris", "origins") : Stream.of();
        Stream<String> whereSecret =
                isKeepingSecrets() ? Stream.of("token_endpoint_auth_method", "jwks_uri", "jwks") : Stream.of();
        return Stream.of(always, whereRedirected, whereSecret)
                .flatMap(fields -> fields)
                .toList();
    }

    public List<Kind> getKinds() {
        Words words = words();
        return Stream.of(ClientKind.values())
                .map(kind -> new Kind(
                        kind.wire(),
                        words.text("kind." + kind.wire()),
                        words.text("guide." + kind.wire()),
                        frame.getRoot() + ClientLinks.to("/console/client-new", "kind", kind.wire())))
                .toList();
    }

    /** What was decided for this kind, each in one line with its reason. */
    public List<String> getDecisions() {
        Words words = words();
        Stream<String> redirecting = isRedirecting()
                ? Stream.of("decision.code", "decision.pkce", "decision.redirect")
                : Stream.of("decision.no_redirect");
        boolean refreshes = kind().filter(SafeDefaults::refreshes).isPresent();
        Stream<String> refreshing =
                isRedirecting() ? Stream.of(refreshes ? "decision.rotate" : "decision.no_refresh") : Stream.of();
        Stream<String> proving =
                Stream.of(isKeepingSecrets() ? "decision.secret" : "decision.public", "decision.lifetime");
        return Stream.of(redirecting, refreshing, proving)
                .flatMap(keys -> keys)
                .map(words::text)
                .toList();
    }

    public Map<String, String> getMethods() {
        Map<String, String> methods = new LinkedHashMap<>();
        Stream.of("client_secret_basic", "private_key_jwt")
                .forEach(method -> methods.put(words().text("method." + method), method));
        return methods;
    }

    private Optional<ClientKind> kind() {
        return Stream.of(ClientKind.values())
                .filter(kind -> kind.wire().equals(frame.parameter("kind")))
                .findFirst();
    }

    public String getKind() {
        return kind().map(ClientKind::wire).orElse("");
    }

    public String getKindName() {
        return isKindChosen() ? words().text("kind." + getKind()) : "";
    }

    public boolean isKindChosen() {
        return kind().isPresent();
    }

    public boolean isRedirecting() {
        return kind().filter(SafeDefaults::redirects).isPresent();
    }

    public boolean isKeepingSecrets() {
        return kind().filter(SafeDefaults::keepsSecrets).isPresent();
    }

    public Map<String, Object> getForm() {
        return form.values();
    }

    private Words words() {
        return frame.in("console-clients");
    }
}
