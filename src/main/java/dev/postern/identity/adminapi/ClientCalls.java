package dev.postern.identity.adminapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.ClientRegister.Search;
import dev.postern.data.database.RegisteredClient;
import dev.postern.data.database.client.ClientKind;
import dev.postern.identity.administration.change.Slice;
import dev.postern.identity.administration.client.ClientAdministration;
import dev.postern.identity.administration.client.ClientCloning;
import dev.postern.identity.administration.client.ClientSecretAdministration;
import dev.postern.identity.administration.client.ClientTrials;
import dev.postern.identity.administration.client.ClientView;
import dev.postern.identity.administration.client.Usage;
import dev.postern.identity.administration.client.UsageReading;
import dev.postern.identity.administration.client.WrittenSecret;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Clients over HTTP. */
@Service
class ClientCalls {

    private static final String OVERLAP = "previous_expires_in";

    private final ClientAdministration clients;
    private final ClientSecretAdministration secrets;
    private final ClientCloning cloning;
    private final ClientTrials trials;
    private final UsageReading usage;
    private final IdempotentCalls idempotent;
    private final Issuer issuer;

    @Inject
    ClientCalls(
            ClientAdministration clients,
            ClientSecretAdministration secrets,
            ClientCloning cloning,
            ClientTrials trials,
            UsageReading usage,
            IdempotentCalls idempotent,
            Issuer issuer) {
        this.clients = clients;
        this.secrets = secrets;
        this.cloning = cloning;
        this.trials = trials;
        this.usage = usage;
        this.idempotent = idempotent;
        this.issuer = issuer;
    }

    Answer run(ClientOperation operation, Call call) {
        return switch (operation) {
            case LIST_CLIENTS -> list(call);
            case CREATE_CLIENT -> create(call);
            case READ_CLIENT -> shown(clients.find(call.by(), call.id("client_id")));
            case READ_CLIENT_USAGE -> used(usage.of(call.by(), call.id("client_id")));
            case CLONE_CLIENT -> copy(call);
            case TRY_REDIRECT_URI ->
                ClientTrialAnswers.of(trials.redirect(call.by(), call.id("client_id"), call.text("redirect_uri")));
            case TRY_JWKS_URI -> {
                String uri = Call.fields(call.body(), Set.of("jwks_uri"), fields -> fields.requiredText("jwks_uri"));
                yield ClientTrialAnswers.of(trials.fetch(call.by(), uri));
            }
            case REPLACE_CLIENT ->
                shown(200, clients.replace(call.by(), call.id("client_id"), call.expected(), call.body()));
            case CHANGE_CLIENT ->
                shown(200, clients.patch(call.by(), call.id("client_id"), call.expected(), call.body()));
            case DELETE_CLIENT -> {
                clients.remove(call.by(), call.id("client_id"), call.expected());
                yield Answer.nothing();
            }
            case ROTATE_CLIENT_SECRET -> rotate(call);
            case END_PREVIOUS_CLIENT_SECRET -> {
                secrets.endPrevious(call.by(), call.id("client_id"));
                yield Answer.nothing();
            }
        };
    }

    private Answer list(Call call) {
        Search search = new Search(
                call.text("q"),
                call.text("owner"),
                call.flag("enabled"),
                call.choice("kind", ClientKind::wire, List.of(ClientKind.values())));
        Slice<RegisteredClient> slice = clients.list(call.by(), search, call.cursor(), call.limit());
        return Lists.of(slice, ClientView::of);
    }

    private Answer create(Call call) {
        ObjectNode document = call.body();
        return idempotent.once(call, document.toString(), () -> made(clients.create(call.by(), document)));
    }

    private Answer copy(Call call) {
        ObjectNode differences = call.body();
        return idempotent.once(
                call, differences.toString(), () -> made(cloning.copy(call.by(), call.id("client_id"), differences)));
    }

    private Answer made(WrittenSecret created) {
        String id = created.registered().client().id();
        return shown(201, created).with("Location", issuer.endpoint("/admin/api/v1/clients/" + PathIds.write(id)));
    }

    private static Answer used(Usage usage) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("live_grants", usage.liveGrants());
        body.put("people", usage.people());
        body.put("refresh_tokens", usage.refreshTokens());
        body.put("resource_servers", usage.resourceServers());
        body.put("owner", usage.owner());
        return Answer.of(200, body);
    }

    private Answer rotate(Call call) {
        ObjectNode body = call.body();
        Duration overlap = Call.fields(
                body, Set.of(OVERLAP), fields -> fields.duration(OVERLAP, ClientSecretAdministration.USUAL_OVERLAP));
        return idempotent.once(call, body.toString(), () -> {
            WrittenSecret made = secrets.rotate(call.by(), call.id("client_id"), overlap);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("client_secret", made.secret().orElseThrow().value());
            answer.put(
                    "previous_secret_until",
                    made.registered()
                            .client()
                            .authentication()
                            .retiring()
                            .until()
                            .toString());
            return Answer.of(201, answer).withRevision(made.registered().revision());
        });
    }

    private static Answer shown(RegisteredClient registered) {
        return Answer.of(200, ClientView.of(registered)).withRevision(registered.revision());
    }

    private static Answer shown(int status, WrittenSecret written) {
        Map<String, Object> view = ClientView.of(written.registered());
        written.secret().ifPresent(secret -> view.put("client_secret", secret.value()));
        return Answer.of(status, view).withRevision(written.registered().revision());
    }
}
