package dev.postern.data.queue;

import java.util.List;

/**
 * Where every box hands in what happened (H16, H22).
 *
 * <p>Durable before visible: a caller commits its transaction, publishes, and only then answers.
 */
public interface Events {

    /**
     * Makes the events durable, in the journal or in the queue, together with those of concurrent requests, and returns when
     * they are. Never call it inside a transaction. Who is calling is taken from {@link dev.postern.platform.CurrentRequest}.
     *
     * @throws EventsNotDurable if neither took them; the caller revokes what it was about to hand out and answers 503
     */
    void publish(List<? extends Event> events);

    default void publish(Event event) {
        publish(List.of(event));
    }

    /**
     * Makes the events part of the caller's transaction: they are on record if it commits, and never were if it does not. For what
     * happens seldom; who answers many requests a second publishes.
     *
     * @throws EventsNotDurable if the database does not take them; the transaction must not commit then
     */
    void enlist(List<? extends Event> events);

    /** Hands a notification to the notification worker (H25), as durably as an event. */
    void notify(Notification notification);

    /** Has applications told that a session of theirs has ended, as durably as an event. */
    void logOut(List<LogoutNotice> notices);
}
