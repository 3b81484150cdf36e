package dev.postern.identity.setup;

import dev.postern.data.database.Client;
import dev.postern.data.database.ClientRegister;
import dev.postern.data.database.User;
import dev.postern.data.database.Users;
import dev.postern.identity.clientauth.KeptSecrets;
import dev.postern.identity.password.Passwords;
import dev.postern.identity.registration.ClientDraft;
import dev.postern.identity.registration.UserMetadata;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

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

    Desired resolve(SetupFile file) {
        return new Desired(
                file.owner(),
                file.clients().stream().map(this::client).toList(),
                file.scopes(),
                file.resourceServers(),
                file.users().stream().map(this::user).toList(),
                file.initialAccessTokens());
    }

    Client client(ClientDraft draft) {
        Client client = draft.client();
        return draft.secret()
                .map(secret -> client.withAuthentication(secrets.keep(
                        client.authentication(),
                        secret,
                        clients.find(client.id())
                                .map(registered -> registered.client().authentication()))))
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
