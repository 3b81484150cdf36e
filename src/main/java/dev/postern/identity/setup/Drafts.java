package dev.postern.identity.setup;

import dev.postern.data.database.Client;
import dev.postern.data.database.ClientRegister;
import dev.postern.data.database.RegisteredClient;
import dev.postern.data.database.User;
import dev.postern.data.database.Users;
import dev.postern.data.database.client.Authentication;
import dev.postern.identity.clientauth.KeptSecrets;
import dev.postern.identity.password.Passwords;
import dev.postern.identity.registration.ClientDraft;
import dev.postern.identity.registration.UserMetadata;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns drafts into what is stored. Secrets that are stored already keep their hashes, so that an unchanged file changes nothing. */
@Service
class Drafts {

    private final ClientRegister clients;
    private final Users users;
    private final KeptSecrets secrets;
    private final Passwords passwords;
    private final RandomValues random;

    @Inject
    Drafts(ClientRegister clients, Users users, KeptSecrets secrets, Passwords passwords, RandomValues random) {
        this.clients = clients;
        this.users = users;
        this.secrets = secrets;
        this.passwords = passwords;
        this.random = random;
    }

    /** Many at once. */
    List<Client> clients(List<ClientDraft> drafts) {
        Map<String, Authentication> stored = new HashMap<>();
        for (RegisteredClient found :
                clients.among(drafts.stream().map(draft -> draft.client().id()).collect(Collectors.toSet()))) {
            stored.put(found.client().id(), found.client().authentication());
        }
        return drafts.stream()
                .map(draft -> client(
                        draft, Optional.ofNullable(stored.get(draft.client().id()))))
                .toList();
    }

    Client client(ClientDraft draft) {
        return clients(List.of(draft)).get(0);
    }

    /** A draft that says nothing of a secret leaves the one that is there. */
    private Client client(ClientDraft draft, Optional<Authentication> stored) {
        Client client = draft.client();
        Authentication wanted = client.authentication();
        if (draft.secret().isPresent()) {
            return client.withAuthentication(secrets.keep(wanted, draft.secret().get(), stored));
        }
        return stored.filter(kept -> wanted.method().usesSecret())
                .map(kept -> client.withAuthentication(wanted.withSecret(kept.secretHashes(), kept.sealedSecret())
                        .withRetiring(kept.retiring())))
                .orElse(client);
    }

    User user(UserMetadata.Draft draft) {
        Optional<User> stored = users.byUsername(draft.username());
        return new User(
                stored.map(User::subject).orElseGet(() -> User.SUBJECT_PREFIX + random.nonce()),
                draft.username(),
                passwordHash(draft, stored.map(User::passwordHash).orElse("")),
                draft.claims(),
                draft.roles(),
                draft.enabled(),
                stored.map(User::updatedAt).orElse(Instant.EPOCH));
    }

    /** A draft that says nothing of a password leaves the one that is there. */
    private String passwordHash(UserMetadata.Draft draft, String stored) {
        if (draft.password().isEmpty()) {
            return draft.passwordHash().orElse(stored);
        }
        String password = draft.password().get();
        return !stored.isEmpty() && passwords.verify(password, stored) ? stored : passwords.hash(password);
    }
}
