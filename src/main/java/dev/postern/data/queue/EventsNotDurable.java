package dev.postern.data.queue;

/** Neither the journal nor the queue took an event: what it tells of must not become visible. */
public final class EventsNotDurable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EventsNotDurable(Throwable cause) {
        super("events cannot be made durable", cause);
    }
}
