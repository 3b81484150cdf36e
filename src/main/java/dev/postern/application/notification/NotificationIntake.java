package dev.postern.application.notification;

import dev.postern.data.database.User;
import dev.postern.data.database.Users;
import dev.postern.data.queue.DeadLetters;
import dev.postern.data.queue.Event;
import dev.postern.data.queue.Events;
import dev.postern.data.queue.EventsNotDurable;
import dev.postern.data.queue.MessageQueue;
import dev.postern.data.queue.Notification;
import dev.postern.data.queue.SentNotifications;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Json;
import dev.postern.platform.Metrics;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Mails the notifications of a message, each once (H25), outside of the transaction that the message arrives in. */
@Service
public class NotificationIntake {

    private static final Logger LOG = Logger.getLogger(NotificationIntake.class.getName());

    private final Users users;
    private final SentNotifications sent;
    private final DeadLetters deadLetters;
    private final MailTexts texts;
    private final Postman postman;
    private final Events events;
    private final Traces traces;
    private final Settings settings;
    private final Clock clock;

    @Inject
    public NotificationIntake(
            Users users,
            SentNotifications sent,
            DeadLetters deadLetters,
            MailTexts texts,
            Postman postman,
            Events events,
            HopTrace hopTrace,
            Metrics metrics,
            Settings settings,
            Clock clock) {
        this.users = users;
        this.sent = sent;
        this.deadLetters = deadLetters;
        this.texts = texts;
        this.postman = postman;
        this.events = events;
        this.traces = new Traces(hopTrace, metrics);
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Mails what can be mailed.
     *
     * @throws MailNotSent if some of it must be tried again later; what went out is remembered
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void deliver(String payload) throws MailNotSent {
        List<MailNotSent> later = new ArrayList<>();
        for (String document : payload.split("\n")) {
            readable(document).filter(one -> !sent.contains(one.id())).ifPresent(one -> {
                try {
                    deliver(one);
                } catch (MailNotSent e) {
                    later.add(e);
                }
            });
        }
        if (!later.isEmpty()) {
            throw later.get(0);
        }
    }

    private Optional<Notification> readable(String document) {
        try {
            return Optional.of(complete(Json.read(document, Notification.class)));
        } catch (IllegalArgumentException | NullPointerException e) {
            deadLetters.park(MessageQueue.NOTIFICATIONS, document, "unreadable: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Notification complete(Notification read) {
        Objects.requireNonNull(read.id(), "no id");
        Objects.requireNonNull(read.kind(), "no kind");
        Objects.requireNonNull(read.subject(), "no subject");
        Objects.requireNonNull(read.occurredAt(), "no time");
        Objects.requireNonNull(read.details(), "no details");
        return read;
    }

    private void deliver(Notification notification) throws MailNotSent {
        Optional<User> user = users.bySubject(notification.subject());
        Optional<String> address =
                user.map(known -> known.claims().get("email")).map(Object::toString);
        if (user.isEmpty() || address.isEmpty()) {
            finished(notification, false, "no mail address");
            return;
        }
        try {
            postman.send(texts.of(notification, user.get(), address.get()));
            finished(notification, true, "");
        } catch (MailNotSent e) {
            boolean tooOld = notification
                    .occurredAt()
                    .plus(settings.get(MailSettings.GIVE_UP_AFTER))
                    .isBefore(clock.instant());
            if (e.isWorthRetrying() && !tooOld) {
                throw e;
            }
            LOG.log(Level.WARNING, "A mail was given up: {0}", e.getMessage());
            finished(notification, false, String.valueOf(e.getMessage()));
        }
    }

    private void finished(Notification notification, boolean delivered, String reason) {
        sent.add(notification.id());
        traces.record(notification, delivered, postman.way());
        CurrentRequest context = new CurrentRequest("", notification.traceId(), "", "");
        CurrentRequest.run(context, () -> publish(notification, delivered, reason));
    }

    private void publish(Notification notification, boolean delivered, String reason) {
        try {
            String kind = notification.kind().name().toLowerCase(java.util.Locale.ROOT);
            events.publish(new Event.NotificationSent(notification.subject(), kind, delivered, reason));
        } catch (EventsNotDurable e) {
            LOG.log(Level.WARNING, "A mail went out but its event could not be recorded", e);
        }
    }

    /** What others see of it: the hop and a count. */
    private record Traces(HopTrace hopTrace, Metrics metrics) {

        void record(Notification notification, boolean delivered, String way) {
            String outcome = delivered ? "delivered" : "failed";
            metrics.count("postern_notifications", "kind", notification.kind().name(), "way", way, "outcome", outcome);
            hopTrace.passed(
                    notification.traceId(),
                    Hop.H25,
                    delivered ? Remark.MAIL_SENT : Remark.MAIL_NOT_SENT,
                    notification.kind().name(),
                    way);
        }
    }
}
