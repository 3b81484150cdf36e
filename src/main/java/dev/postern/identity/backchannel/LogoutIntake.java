package dev.postern.identity.backchannel;

import dev.postern.data.queue.DeadLetters;
import dev.postern.data.queue.Event;
import dev.postern.data.queue.Events;
import dev.postern.data.queue.LogoutNotice;
import dev.postern.data.queue.LogoutRetries;
import dev.postern.data.queue.MessageQueue;
import dev.postern.data.queue.SentNotifications;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Json;
import dev.postern.platform.Metrics;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Tells applications of the logouts of a message, all at once, outside of the transaction that the message arrives in. An application
 * that cannot be told now is tried again later, by {@link LogoutRetries}; the message never comes again for its sake.
 */
@Service
public class LogoutIntake {

    private final LogoutDelivery delivery;
    private final LogoutRetries retries;
    private final RetryTimes times;
    private final SentNotifications done;
    private final DeadLetters deadLetters;
    private final Events events;
    private final Metrics metrics;

    @Inject
    public LogoutIntake(
            LogoutDelivery delivery,
            LogoutRetries retries,
            RetryTimes times,
            SentNotifications done,
            DeadLetters deadLetters,
            Events events,
            Metrics metrics) {
        this.delivery = delivery;
        this.retries = retries;
        this.times = times;
        this.done = done;
        this.deadLetters = deadLetters;
        this.events = events;
        this.metrics = metrics;
    }

    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void deliver(String payload) {
        Map<LogoutNotice, CompletableFuture<Attempt>> underWay = new LinkedHashMap<>();
        for (String document : payload.split("\n")) {
            readable(document)
                    .filter(notice -> !done.contains(notice.id()))
                    .ifPresent(notice -> underWay.put(notice, delivery.attempt(notice)));
        }
        underWay.forEach((notice, attempt) -> settle(notice.triedAgain(), attempt.join()));
    }

    private Optional<LogoutNotice> readable(String document) {
        try {
            return Optional.of(complete(Json.read(document, LogoutNotice.class)));
        } catch (IllegalArgumentException | NullPointerException e) {
            deadLetters.park(MessageQueue.LOGOUTS, document, "unreadable: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static LogoutNotice complete(LogoutNotice read) {
        Objects.requireNonNull(read.id(), "no id");
        Objects.requireNonNull(read.clientId(), "no client");
        Objects.requireNonNull(read.subject(), "no subject");
        Objects.requireNonNull(read.sessionId(), "no session");
        Objects.requireNonNull(read.occurredAt(), "no time");
        Objects.requireNonNull(read.traceId(), "no trace");
        return read;
    }

    private void settle(LogoutNotice notice, Attempt attempt) {
        switch (attempt.result()) {
            case DELIVERED -> finish(notice, true, "");
            case REFUSED -> finish(notice, false, attempt.reason());
            case LATER ->
                times.next(notice)
                        .ifPresentOrElse(
                                due -> retries.keep(notice, due), () -> finish(notice, false, attempt.reason()));
        }
    }

    /** The event first: without it the logout is not done with, and is sent once more. */
    private void finish(LogoutNotice notice, boolean delivered, String reason) {
        CurrentRequest context = new CurrentRequest("", notice.traceId(), "", "");
        CurrentRequest.run(
                context,
                () -> events.publish(new Event.LogoutSent(
                        notice.subject(),
                        notice.clientId(),
                        notice.sessionId(),
                        delivered,
                        notice.attempts(),
                        reason)));
        done.add(notice.id());
        retries.forget(notice.id());
        metrics.count("postern_logouts", "outcome", delivered ? "delivered" : "given-up");
    }
}
