package dev.postern.identity.administration.user;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.Registered;
import dev.postern.data.database.User;
import dev.postern.data.database.UserRegister;
import dev.postern.data.database.UserRegister.Person;
import dev.postern.data.queue.Events;
import dev.postern.data.queue.Notification;
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
import dev.postern.identity.credential.OldAccess;
import dev.postern.identity.credential.ResetLinks;
import dev.postern.identity.password.Passwords;
import dev.postern.identity.password.ReadablePasswords;
import dev.postern.identity.registration.UserMetadata;
import dev.postern.identity.rule.Rule;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Users, listed, read, made and changed. They are disabled and never deleted: their subject must not be anybody else's one day. */
@Service
public class UserAdministration {

    static final String KIND = "user";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final UserRegister register;
    private final Passwords passwords;
    private final ReadablePasswords readable;
    private final OldAccess oldAccess;
    private final ResetLinks links;
    private final Freshness freshness;
    private final ChangeLog changes;
    private final Events events;
    private final RandomValues random;

    @Inject
    public UserAdministration(
            UserRegister register,
            Passwords passwords,
            ReadablePasswords readable,
            OldAccess oldAccess,
            ResetLinks links,
            Freshness freshness,
            ChangeLog changes,
            Events events,
            RandomValues random) {
        this.register = register;
        this.passwords = passwords;
        this.readable = readable;
        this.oldAccess = oldAccess;
        this.links = links;
        this.freshness = freshness;
        this.changes = changes;
        this.events = events;
        this.random = random;
    }

    public Slice<Registered<User>> list(
            Administrator by, UserRegister.Search search, Optional<String> cursor, int limit) {
        Guard.mayRead(by, Area.USERS);
        return Slice.of(
                register.page(search, Slice.after(cursor), limit + 1), limit, found -> register.key(found.object()));
    }

    public Registered<User> find(Administrator by, String subject) {
        Guard.mayRead(by, Area.USERS);
        return known(subject);
    }

    /** What a list shows instead of subjects; of somebody who is not there the subject. */
    public UnaryOperator<String> names(Administrator by, Collection<String> subjects) {
        Guard.mayRead(by, Area.USERS);
        Map<String, Person> people = register.people(subjects);
        return subject ->
                Optional.ofNullable(people.get(subject)).map(Person::username).orElse(subject);
    }

    /** The subject of whoever has this user name; anything else is taken for a subject. */
    public String subjectOf(Administrator by, String nameOrSubject) {
        Guard.mayRead(by, Area.USERS);
        return nameOrSubject.isEmpty()
                ? ""
                : register.subjectNamed(nameOrSubject).orElse(nameOrSubject);
    }

    @Transactional
    public Registered<User> create(Administrator by, ObjectNode document) {
        Guard.mayWrite(by, Area.USERS);
        freshness.require(by);
        UserMetadata.Draft draft = UserJudgement.judged(document);
        String subject = User.SUBJECT_PREFIX + random.nonce();
        String hash = draft.password().map(passwords::hash).orElse("");
        User user = user(subject, draft, hash);
        UserJudgement.requireMayAppoint(by, user);
        if (!register.add(user, Owners.CONSOLE)) {
            throw taken();
        }
        changes.created(by, KIND, subject, UserView.fields(user));
        return known(subject);
    }

    /** Changes the fields that the patch names: RFC 7396. Claims are merged one by one. Sessions end by {@link PasswordAdministration}. */
    @Transactional
    Registered<User> patch(Administrator by, String subject, Expected expected, ObjectNode patch) {
        Registered<User> before = changeable(by, subject, expected);
        User was = before.object();
        ObjectNode whole = MAPPER.valueToTree(UserView.fields(was));
        UserMetadata.Draft draft = UserJudgement.judged(MergePatch.apply(whole, patch));
        User user = user(subject, draft, draft.password().map(passwords::hash).orElse(was.passwordHash()));
        UserJudgement.requireMayAppoint(by, user);
        if (register.isTaken(user.username(), subject)) {
            throw taken();
        }
        write(user, before);
        changes.changed(by, KIND, subject, UserView.fields(was), UserView.fields(user));
        if (draft.password().isPresent()) {
            replaced(by, subject, "password set");
        }
        return known(subject);
    }

    /** Gives the user a new password. Sessions end by {@link PasswordAdministration}. */
    @Transactional
    String resetPassword(Administrator by, String subject) {
        Registered<User> before = changeable(by, subject, Expected.ANYTHING);
        User was = before.object();
        String password = readable.make();
        User user =
                new User(subject, was.username(), passwords.hash(password), was.claims(), was.roles(), was.enabled());
        write(user, before);
        replaced(by, subject, "password reset");
        return password;
    }

    private void replaced(Administrator by, String subject, String what) {
        links.withdraw(subject);
        changes.happened(by, KIND, subject, what, Map.of());
        events.enlist(oldAccess.revoke(subject, ""));
    }

    /** The user, if they can be mailed a link: a file that owns them has no say, since the password becomes their own. */
    User mailable(Administrator by, String subject) {
        Guard.mayWrite(by, Area.USERS);
        freshness.require(by);
        User user = known(subject).object();
        UserJudgement.requireMayAppoint(by, user);
        if (!user.enabled() || !(user.claims().get("email") instanceof String address) || address.isBlank()) {
            throw AdministrationRefused.because(Reason.IN_THE_WAY, Rule.NO_ADDRESS_FOR_LINK);
        }
        return user;
    }

    /** @return the mail with the link, to be sent after the commit */
    @Transactional
    Notification makeLink(Administrator by, User user) {
        Notification mail = links.make(user.subject());
        changes.happened(by, KIND, user.subject(), "reset link sent", Map.of());
        return mail;
    }

    private Registered<User> changeable(Administrator by, String subject, Expected expected) {
        Guard.mayWrite(by, Area.USERS);
        freshness.require(by);
        Registered<User> before = known(subject);
        Owners.requireOurs(before.owner());
        UserJudgement.requireMayAppoint(by, before.object());
        if (!expected.isMetBy(before.revision())) {
            throw AdministrationRefused.changed(UserView.of(before));
        }
        return before;
    }

    private void write(User user, Registered<User> before) {
        if (!register.replace(user, before)) {
            throw AdministrationRefused.changed(UserView.of(known(user.subject())));
        }
    }

    private Registered<User> known(String subject) {
        return register.find(subject).orElseThrow(() -> AdministrationRefused.unknown(Rule.NO_SUCH_USER));
    }

    private static User user(String subject, UserMetadata.Draft draft, String passwordHash) {
        return new User(subject, draft.username(), passwordHash, draft.claims(), draft.roles(), draft.enabled());
    }

    private static AdministrationRefused taken() {
        return AdministrationRefused.because(Reason.TAKEN, Rule.USER_TAKEN);
    }
}
