package dev.postern.identity.setup;

import dev.postern.data.database.OneTimeLinks;
import dev.postern.data.database.User;
import dev.postern.data.database.Users;
import dev.postern.data.queue.Event.ConfigurationChanged;
import dev.postern.data.queue.Events;
import dev.postern.identity.consent.FirstAdminLink;
import dev.postern.identity.consent.FirstAdminView;
import dev.postern.identity.consent.Notice;
import dev.postern.identity.password.Passwords;
import dev.postern.identity.registration.PasswordRules;
import dev.postern.identity.registration.UserMetadata;
import dev.postern.platform.Digests;
import dev.postern.platform.Issuer;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one-time link by which a production server gets its first administrator: 256 random bits, stored only as a hash. */
@Service
class FirstAdmin implements FirstAdminLink {

    static final String PURPOSE = "first-admin";

    private final OneTimeLinks links;
    private final Users users;
    private final Passwords passwords;
    private final Events events;
    private final RandomValues random;
    private final Issuer issuer;
    private final FirstAdminTransaction transaction;
    private final Duration lifetime;

    @Inject
    FirstAdmin(
            OneTimeLinks links,
            Users users,
            Passwords passwords,
            Events events,
            RandomValues random,
            Issuer issuer,
            FirstAdminTransaction transaction,
            Settings settings) {
        this.links = links;
        this.users = users;
        this.passwords = passwords;
        this.events = events;
        this.random = random;
        this.issuer = issuer;
        this.transaction = transaction;
        this.lifetime = settings.get(SetupSettings.FIRST_ADMIN_LINK_LIFETIME);
    }

    /** How a request to make the administrator ended. */
    enum Outcome {
        MADE,
        LINK_SPENT,
        USERNAME_NOT_USABLE,
        PASSWORDS_DIFFER,
        PASSWORD_TOO_WEAK
    }

    /** What to tell whoever started the server, with a new link, if there is no administrator who could sign in. */
    Optional<String> offer() {
        if (users.anyWithRole(UserMetadata.ADMINISTRATOR)) {
            return Optional.empty();
        }
        String secret = random.secret();
        links.add(Digests.sha256(secret), PURPOSE, lifetime);
        return Optional.of(" There is no administrator yet. This link makes the first one; it works once, for "
                + lifetime.toHours() + " h:\n " + issuer.endpoint("/first-admin?link=" + secret));
    }

    @Override
    public Optional<FirstAdminView> open(String link, String notice, String username) {
        if (!isValid(link)) {
            return Optional.empty();
        }
        Notice shown = Arrays.stream(Notice.values())
                .filter(candidate -> candidate.name().equals(notice))
                .findFirst()
                .orElse(Notice.NONE);
        return Optional.of(new FirstAdminView(link, username, shown, PasswordRules.SHORTEST));
    }

    private boolean isValid(String link) {
        return !link.isEmpty() && links.isValid(Digests.sha256(link), PURPOSE);
    }

    /** Makes the administrator and spends the link, both or neither; a mistake in the form leaves the link as it is. */
    Outcome make(String link, String username, String password, String again) {
        if (!isValid(link)) {
            return Outcome.LINK_SPENT;
        }
        if (UserMetadata.refuseUsername(username).isPresent()
                || users.byUsername(username).isPresent()) {
            return Outcome.USERNAME_NOT_USABLE;
        }
        if (!password.equals(again)) {
            return Outcome.PASSWORDS_DIFFER;
        }
        if (PasswordRules.refuse(password, username).isPresent()) {
            return Outcome.PASSWORD_TOO_WEAK;
        }
        User administrator = new User(
                User.SUBJECT_PREFIX + random.nonce(),
                username,
                passwords.hash(password),
                Map.of("name", username),
                Set.of(UserMetadata.ADMINISTRATOR),
                true);
        if (!transaction.spendAndSave(Digests.sha256(link), administrator)) {
            return Outcome.LINK_SPENT;
        }
        events.publish(new ConfigurationChanged("user", username, "created", "first-admin link"));
        return Outcome.MADE;
    }
}
