package dev.postern.identity.authorization;

import dev.postern.data.database.Clients;
import dev.postern.data.database.User;
import dev.postern.data.database.Users;
import dev.postern.data.queue.Event;
import dev.postern.identity.authorization.departure.Answer;
import dev.postern.identity.authorization.departure.Departures;
import dev.postern.identity.authorization.interaction.Interaction;
import dev.postern.identity.authorization.interaction.Interaction.Stage;
import dev.postern.identity.authorization.interaction.Interactions;
import dev.postern.identity.authorization.interaction.PendingInteraction;
import dev.postern.identity.authorization.request.AuthorizationRequest;
import dev.postern.identity.authorization.request.RefusedByRedirect;
import dev.postern.identity.authorization.request.VerifiedReturn;
import dev.postern.identity.authorization.session.Browser;
import dev.postern.identity.consent.Notice;
import dev.postern.identity.password.Passwords;
import dev.postern.identity.password.PasswordsBusy;
import dev.postern.identity.subject.Subjects;
import dev.postern.page.PageRefused;
import dev.postern.page.Problem;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Service;
import dev.postern.protocol.OAuthErrorCode;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;

/** The login form: who types it, whether the password is right, and what comes next (H6). */
@Service
class LoginService {

    private static final Pattern USABLE = Pattern.compile("\\P{Cntrl}{1,255}");
    private static final String METHOD = "password";

    private final Interactions interactions;
    private final Clients clients;
    private final Users users;
    private final Subjects subjects;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final SigningIn signingIn;
    private final Pages pages;
    private final Departures departures;
    private final HopTrace hopTrace;

    @Inject
    LoginService(
            Interactions interactions,
            Clients clients,
            Users users,
            Subjects subjects,
            Passwords passwords,
            LoginThrottle throttle,
            SigningIn signingIn,
            Pages pages,
            Departures departures,
            HopTrace hopTrace) {
        this.interactions = interactions;
        this.clients = clients;
        this.users = users;
        this.subjects = subjects;
        this.passwords = passwords;
        this.throttle = throttle;
        this.signingIn = signingIn;
        this.pages = pages;
        this.departures = departures;
        this.hopTrace = hopTrace;
    }

    /** The fields of the form. */
    record Form(String interaction, String token, String username, String password) {

        @Override
        public String toString() {
            return "Form[redacted]";
        }
    }

    /** @throws PageRefused if the form is not this browser's, not the pending one, or comes from an address with too many failures */
    Answer login(Form form, Browser browser) {
        PendingInteraction pending = interactions
                .answered(form.interaction(), form.token(), Stage.LOGIN, browser)
                .orElseThrow(() -> new PageRefused(Problem.EXPIRED));
        AuthorizationRequest request = pending.state().request();
        CurrentRequest.joinTrace(request.traceId());
        hopTrace.passed(request.traceId(), Hop.H6, Remark.PASSWORD_GIVEN);
        VerifiedReturn to = VerifiedReturn.verify(clients, request);
        if (!throttle.admitsAddress()) {
            departures.publish(java.util.List.of(failed("", to, "too many failures from this address")));
            throw new PageRefused(Problem.TOO_MANY_TRIES);
        }
        if (!throttle.admitsAccount(form.username())) {
            return again(pending, form, Notice.TOO_MANY_TRIES, browser)
                    .with(failed("", to, "too many failures with this user name"));
        }
        return check(form, pending, to, browser);
    }

    private Answer check(Form form, PendingInteraction pending, VerifiedReturn to, Browser browser) {
        Optional<User> user = USABLE.matcher(form.username()).matches()
                ? users.byUsername(form.username().strip())
                : Optional.empty();
        boolean right = isRight(form, user);
        if (!right || user.isEmpty() || !user.get().enabled()) {
            throttle.failed();
            return again(pending, form, Notice.WRONG_CREDENTIALS, browser)
                    .with(failed(user.map(User::subject).orElse(""), to, reason(user, right)));
        }
        throttle.succeeded(form.username());
        refuseAnybodyElse(pending, to, user.get());
        return signingIn.proceed(user.get(), METHOD, pending, to, browser);
    }

    private boolean isRight(Form form, Optional<User> user) {
        try {
            return passwords.verify(
                    form.password(), user.map(User::passwordHash).orElse(""));
        } catch (PasswordsBusy busy) {
            throttle.undecided(form.username());
            throw busy;
        }
    }

    private Answer again(PendingInteraction pending, Form form, Notice notice, Browser browser) {
        String typed = form.username().length() > 255 ? "" : form.username();
        interactions.advance(pending, pending.state().retry(typed, notice));
        return pages.again(pending, browser);
    }

    /** The request named a person, and another one has answered: OpenID Connect Core section 3.1.2.1, {@code id_token_hint}. */
    private void refuseAnybodyElse(PendingInteraction pending, VerifiedReturn to, User user) {
        Interaction state = pending.state();
        String shown = subjects.shown(to.client(), user.subject());
        if (!state.expectedSubject().isEmpty() && !state.expectedSubject().equals(shown)) {
            interactions.finish(pending);
            throw new RefusedByRedirect(
                    state.request(), to, OAuthErrorCode.LOGIN_REQUIRED, "another person than the hinted one signed in");
        }
    }

    private static Event failed(String subject, VerifiedReturn to, String reason) {
        return new Event.LoginFailed(subject, to.client().id(), METHOD, reason);
    }

    private static String reason(Optional<User> user, boolean right) {
        if (user.isEmpty()) {
            return "unknown user";
        }
        return right ? "account is disabled" : "wrong password";
    }
}
