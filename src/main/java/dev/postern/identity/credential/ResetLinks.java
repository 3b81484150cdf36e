package dev.postern.identity.credential;

import dev.postern.data.database.OneTimeLinks;
import dev.postern.data.database.User;
import dev.postern.data.database.UserRegister;
import dev.postern.data.queue.Notification;
import dev.postern.data.session.Region;
import dev.postern.data.session.SessionCache;
import dev.postern.identity.registration.PasswordRules;
import dev.postern.platform.Digests;
import dev.postern.platform.Issuer;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** One-time links by which people set a new password: 256 random bits for an hour, stored only as a hash (OWASP Forgot Password Cheat Sheet). */
@Service
public class ResetLinks {

    static final String PURPOSE = "password-reset";

    private static final Duration WINDOW = Duration.ofHours(1);

    private final OneTimeLinks links;
    private final UserRegister register;
    private final PasswordReplacement replacement;
    private final PasswordMails mails;
    private final SessionCache cache;
    private final RandomValues random;
    private final Issuer issuer;
    private final Duration lifetime;
    private final int perHour;

    @Inject
    public ResetLinks(
            OneTimeLinks links,
            UserRegister register,
            PasswordReplacement replacement,
            PasswordMails mails,
            SessionCache cache,
            RandomValues random,
            Issuer issuer,
            Settings settings) {
        this.links = links;
        this.register = register;
        this.replacement = replacement;
        this.mails = mails;
        this.cache = cache;
        this.random = random;
        this.issuer = issuer;
        this.lifetime = settings.get(ResetSettings.LINK_LIFETIME);
        this.perHour = settings.get(ResetSettings.LINKS_PER_HOUR);
    }

    /** How the form of a link ended. */
    public enum Outcome {
        SET,
        LINK_SPENT,
        PASSWORDS_DIFFER,
        PASSWORD_TOO_WEAK
    }

    /** Counts a link of a person. @return false if they have been mailed as many as they may be */
    public boolean admits(String subject) {
        return cache.increment(Region.FAILURES, "reset-link." + Digests.sha256(subject), WINDOW) <= perHour;
    }

    /** Makes a link, in whose place any before it is worth nothing. Joins the caller's transaction. @return the mail, to be sent after its commit */
    public Notification make(String subject) {
        String secret = random.secret();
        links.addFor(subject, Digests.sha256(secret), PURPOSE, lifetime);
        return mails.reset(subject, issuer.endpoint("/new-password?link=" + secret));
    }

    /** Links that a person was mailed before are worth nothing any more. */
    public void withdraw(String subject) {
        links.withdraw(subject, PURPOSE);
    }

    /** Whom a link is for; empty if it is unknown, spent or too old, or they may not sign in. */
    public Optional<User> open(String link) {
        return link.isEmpty()
                ? Optional.empty()
                : links.subjectOf(Digests.sha256(link), PURPOSE)
                        .flatMap(register::find)
                        .map(found -> found.object())
                        .filter(User::enabled);
    }

    /** Sets the password and spends the link, both or neither; a mistake in the form leaves the link as it is. */
    public Outcome use(String link, String password, String again) {
        Optional<User> user = open(link);
        if (user.isEmpty()) {
            return Outcome.LINK_SPENT;
        }
        if (!password.equals(again)) {
            return Outcome.PASSWORDS_DIFFER;
        }
        if (PasswordRules.refuse(password, user.get().username()).isPresent()) {
            return Outcome.PASSWORD_TOO_WEAK;
        }
        return replacement.byLink(user.get(), password, Digests.sha256(link)) ? Outcome.SET : Outcome.LINK_SPENT;
    }
}
