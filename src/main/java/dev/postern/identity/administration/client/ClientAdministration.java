package dev.postern.identity.administration.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.Client;
import dev.postern.data.database.ClientRegister;
import dev.postern.data.database.RegisteredClient;
import dev.postern.data.database.client.Authentication;
import dev.postern.data.database.client.ClientAuthenticationMethod;
import dev.postern.data.database.client.Registration;
import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.change.AdministrationRefused.Reason;
import dev.postern.identity.administration.change.ChangeLog;
import dev.postern.identity.administration.change.Expected;
import dev.postern.identity.administration.change.Freshness;
import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.change.MergePatch;
import dev.postern.identity.administration.change.Owners;
import dev.postern.identity.administration.change.Slice;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.clientauth.KeptSecrets;
import dev.postern.identity.registration.WrittenClient;
import dev.postern.identity.rule.Rule;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import dev.postern.protocol.ClientSecret;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Clients, listed, read, made, changed and removed. */
@Service
public class ClientAdministration {

    static final String KIND = "client";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ClientRegister register;
    private final ClientJudgement judgement;
    private final KeptSecrets secrets;
    private final Freshness freshness;
    private final ChangeLog changes;
    private final RandomValues random;

    @Inject
    public ClientAdministration(
            ClientRegister register,
            ClientJudgement judgement,
            KeptSecrets secrets,
            Freshness freshness,
            ChangeLog changes,
            RandomValues random) {
        this.register = register;
        this.judgement = judgement;
        this.secrets = secrets;
        this.freshness = freshness;
        this.changes = changes;
        this.random = random;
    }

    public Slice<RegisteredClient> list(
            Administrator by, ClientRegister.Search search, Optional<String> cursor, int limit) {
        Guard.mayRead(by, Area.CLIENTS);
        return Slice.of(
                register.page(search, Slice.after(cursor), limit + 1),
                limit,
                found -> found.client().id());
    }

    public RegisteredClient find(Administrator by, String clientId) {
        Guard.mayRead(by, Area.CLIENTS);
        return known(clientId);
    }

    /** @param document its metadata; without a client_id the server makes one */
    @Transactional
    public WrittenSecret create(Administrator by, ObjectNode document) {
        Guard.mayWrite(by, Area.CLIENTS);
        freshness.require(by);
        String id = document.path("client_id").asText(random.nonce());
        ClientSecret secret = ClientSecretAdministration.newSecret(random);
        Client wanted = judgement.judged(by, document, id, Registration.BY_ADMINISTRATOR, secret);
        Client client = wanted.withAuthentication(secrets.keep(wanted.authentication(), secret, Optional.empty()));
        if (!register.add(client, Owners.CONSOLE)) {
            throw AdministrationRefused.because(Reason.TAKEN, Rule.CLIENT_TAKEN);
        }
        changes.created(by, KIND, id, WrittenClient.of(client));
        boolean shown = client.authentication().method().usesSecret();
        return new WrittenSecret(known(id), shown ? Optional.of(secret) : Optional.empty());
    }

    /** Replaces all of its metadata; what the document does not say gets its default. Secrets stay while their kind does. */
    @Transactional
    public WrittenSecret replace(Administrator by, String clientId, Expected expected, ObjectNode document) {
        Guard.mayWrite(by, Area.CLIENTS);
        return write(by, changeable(by, clientId, expected), document);
    }

    /** Changes the fields that the patch names: RFC 7396. */
    @Transactional
    public WrittenSecret patch(Administrator by, String clientId, Expected expected, ObjectNode patch) {
        Guard.mayWrite(by, Area.CLIENTS);
        RegisteredClient before = changeable(by, clientId, expected);
        ObjectNode whole = MAPPER.valueToTree(WrittenClient.of(before.client()));
        return write(by, before, MergePatch.apply(whole, patch));
    }

    private WrittenSecret write(Administrator by, RegisteredClient before, ObjectNode document) {
        Client was = before.client();
        ClientSecret secret = ClientSecretAdministration.newSecret(random);
        Client wanted = judgement.judged(by, document, was.id(), was.registration(), secret);
        boolean keeps = keepsSecret(
                was.authentication().method(), wanted.authentication().method());
        boolean shown = !keeps && wanted.authentication().method().usesSecret();
        if (shown) {
            freshness.require(by);
        }
        Authentication authentication = keeps
                ? wanted.authentication()
                        .withSecret(
                                was.authentication().secretHashes(),
                                was.authentication().sealedSecret())
                        .withRetiring(was.authentication().retiring())
                : secrets.keep(wanted.authentication(), secret, Optional.empty());
        Client client = wanted.withAuthentication(authentication);
        if (!client.equals(was)) {
            requireUnchanged(register.replace(client, before), was.id());
            changes.changed(by, KIND, was.id(), WrittenClient.of(was), WrittenClient.of(client));
        }
        return new WrittenSecret(known(was.id()), shown ? Optional.of(secret) : Optional.empty());
    }

    @Transactional
    public void remove(Administrator by, String clientId, Expected expected) {
        Guard.mayWrite(by, Area.CLIENTS);
        RegisteredClient before = changeable(by, clientId, expected);
        requireUnchanged(register.remove(before), clientId);
        changes.removed(by, KIND, clientId, WrittenClient.of(before.client()));
    }

    private RegisteredClient changeable(Administrator by, String clientId, Expected expected) {
        RegisteredClient before = known(clientId);
        Owners.requireOurs(before.owner());
        judgement.requireNoMoreThanOwn(by, before.client());
        if (!expected.isMetBy(before.revision())) {
            throw AdministrationRefused.changed(ClientView.of(before));
        }
        return before;
    }

    private void requireUnchanged(boolean written, String clientId) {
        if (!written) {
            throw register.find(clientId)
                    .map(current -> AdministrationRefused.changed(ClientView.of(current)))
                    .orElseGet(() -> AdministrationRefused.unknown(Rule.NO_SUCH_CLIENT));
        }
    }

    private RegisteredClient known(String clientId) {
        return register.find(clientId).orElseThrow(() -> AdministrationRefused.unknown(Rule.NO_SUCH_CLIENT));
    }

    /** A hash does for both ways of sending a secret; an HMAC needs the secret itself. */
    private static boolean keepsSecret(ClientAuthenticationMethod before, ClientAuthenticationMethod after) {
        return before == after || (isSent(before) && isSent(after));
    }

    private static boolean isSent(ClientAuthenticationMethod method) {
        return method.usesSecret() && !method.usesAssertion();
    }
}
