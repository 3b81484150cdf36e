package dev.postern.client.webapp;

import dev.postern.data.database.Account;
import dev.postern.data.database.Accounts;
import dev.postern.data.queue.Event;
import dev.postern.data.queue.Events;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Lets a person in whom the authorization server has named: account record (H14), session (H15), event (H16). */
@Service
public class AppEntrance {

    private final AppIdentity identity;
    private final Accounts accounts;
    private final AppSessions sessions;
    private final Events events;
    private final HopTrace hops;
    private final RandomValues random;
    private final Clock clock;
    private final Settings settings;

    @Inject
    public AppEntrance(
            AppIdentity identity,
            Accounts accounts,
            AppSessions sessions,
            Events events,
            HopTrace hops,
            RandomValues random,
            Clock clock,
            Settings settings) {
        this.identity = identity;
        this.accounts = accounts;
        this.sessions = sessions;
        this.events = events;
        this.hops = hops;
        this.random = random;
        this.clock = clock;
        this.settings = settings;
    }

    /** The cookie of the new session, once the event is durable. May wait for the database, the cache and the queue. */
    String admit(TokenAnswer answer, Map<String, Object> idClaims, Map<String, Object> profile, String traceId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String subject = TokenAnswer.text(idClaims, "sub");
        Account account = accounts.upsert(
                identity.issuer(), subject, TokenAnswer.text(profile, "name"), TokenAnswer.text(profile, "email"), now);
        hops.passed(traceId, Hop.H14, Remark.ACCOUNT, account.id(), account.signIns());
        String cookie = sessions.begin(session(account, answer, idClaims, profile, traceId, now));
        hops.passed(traceId, Hop.H15, Remark.APP_SESSION);
        hops.passed(traceId, Hop.H16, Remark.AS_IS, "app_login");
        events.publish(new Event.AppLogin(identity.issuer(), subject, identity.clientId(), account.id()));
        return cookie;
    }

    private AppSession session(
            Account account,
            TokenAnswer answer,
            Map<String, Object> idClaims,
            Map<String, Object> profile,
            String traceId,
            Instant now) {
        return new AppSession(
                account.id(),
                account.signIns(),
                random.secret(),
                traceId,
                now.plus(settings.get(AppSettings.SESSION_LIFETIME)),
                idClaims,
                profile,
                answer.idToken(),
                answer.accessToken(),
                now.plusSeconds(answer.expiresIn()),
                answer.refreshToken(),
                answer.scope().isEmpty() ? identity.scope() : answer.scope());
    }
}
