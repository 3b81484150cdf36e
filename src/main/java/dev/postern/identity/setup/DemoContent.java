package dev.postern.identity.setup;

import dev.postern.data.database.User;
import dev.postern.data.database.Users;
import dev.postern.identity.password.Passwords;
import dev.postern.identity.password.ReadablePasswords;
import dev.postern.identity.registration.UserMetadata;
import dev.postern.platform.BuiltInClients;
import dev.postern.platform.Issuer;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code mvn -Prun} finds at its first start: clients to try, a user and an administrator. Never made where postern.demo is false. */
@Service
class DemoContent {

    static final String OWNER = "demo";
    static final String USER = "demo";
    static final String ADMINISTRATOR = "admin";

    private final Configuration configuration;
    private final DemoClients clients;
    private final Users users;
    private final Passwords passwords;
    private final ReadablePasswords readable;
    private final RandomValues random;
    private final BuiltInClients parts;
    private final Issuer issuer;

    @Inject
    DemoContent(
            Configuration configuration,
            DemoClients clients,
            Users users,
            Passwords passwords,
            ReadablePasswords readable,
            RandomValues random,
            BuiltInClients parts,
            Issuer issuer) {
        this.configuration = configuration;
        this.clients = clients;
        this.users = users;
        this.passwords = passwords;
        this.readable = readable;
        this.random = random;
        this.parts = parts;
        this.issuer = issuer;
    }

    /** Makes what is missing. @return what to tell whoever started the server */
    String make() {
        List<User> present = users.ownedBy(OWNER).stream()
                .flatMap(subject -> users.bySubject(subject).stream())
                .toList();
        if (!present.isEmpty()) {
            bringAbout(present);
            return laterStart();
        }
        String userPassword = readable.make();
        String administratorPassword = readable.make();
        List<User> made = new ArrayList<>();
        made.add(user(USER, userPassword, demoClaims(), Set.of()));
        made.add(user(
                ADMINISTRATOR,
                administratorPassword,
                Map.of("name", "Demo Administrator"),
                Set.of(UserMetadata.ADMINISTRATOR)));
        bringAbout(made);
        return firstStart(userPassword, administratorPassword);
    }

    private void bringAbout(List<User> wanted) {
        configuration.bringAbout(new Desired(OWNER, clients.wanted(), List.of(), List.of(), wanted, List.of()));
    }

    private User user(String name, String password, Map<String, Object> claims, Set<String> roles) {
        return new User(User.SUBJECT_PREFIX + random.nonce(), name, passwords.hash(password), claims, roles, true);
    }

    private static Map<String, Object> demoClaims() {
        return Map.of(
                "name", "Demo Person",
                "given_name", "Demo",
                "family_name", "Person",
                "preferred_username", USER,
                "email", "demo@example.com",
                "email_verified", true,
                "locale", "en");
    }

    private String firstStart(String userPassword, String administratorPassword) {
        return """
                 Open        %s
                 User        %s   password %s
                 Admin       %s  password %s
                 These passwords are shown once. To reset one: mvn -Prun -Dpostern.reset-password=%s
                 Picture     %s

                 Demo clients: %s (public, redirect http://127.0.0.1/callback, any port),
                 %s (client_credentials, secret %s)\
                """.formatted(
                        parts.appUrl(),
                        USER,
                        userPassword,
                        ADMINISTRATOR,
                        administratorPassword,
                        USER,
                        issuer.endpoint("/picture"),
                        DemoClients.NATIVE,
                        DemoClients.SERVICE,
                        clients.serviceSecret());
    }

    private String laterStart() {
        return """
                 Open        %s
                 User        %s, administrator %s: their passwords were shown at the first start.
                 To reset one: mvn -Prun -Dpostern.reset-password=%s\
                """.formatted(parts.appUrl(), USER, ADMINISTRATOR, USER);
    }
}
