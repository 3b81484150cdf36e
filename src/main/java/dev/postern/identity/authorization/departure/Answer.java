package dev.postern.identity.authorization.departure;

import dev.postern.data.queue.Event;
import dev.postern.data.queue.Notification;
import dev.postern.protocol.TokenValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the browser goes next, and what must be durable before it does.
 *
 * @param cookies Set-Cookie values
 * @param code the code that leaves with it, to be taken back if the events cannot be made durable
 * @param completion what is done between the events and the departure
 */
public record Answer(
        Destination to,
        List<String> cookies,
        List<Event> events,
        Optional<Notification> notification,
        Optional<TokenValue> code,
        Optional<Runnable> completion) {

    public static Answer to(String location) {
        return to(new Destination.Redirect(location));
    }

    public static Answer to(Destination destination) {
        return new Answer(destination, List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Answer with(Event... more) {
        List<Event> all = new ArrayList<>(events);
        all.addAll(List.of(more));
        return new Answer(to, cookies, List.copyOf(all), notification, code, completion);
    }

    /** The same with something that happened before. */
    public Answer after(List<? extends Event> earlier) {
        List<Event> all = new ArrayList<>(earlier);
        all.addAll(events);
        return new Answer(to, cookies, List.copyOf(all), notification, code, completion);
    }

    public Answer withCookie(String cookie) {
        List<String> all = new ArrayList<>(cookies);
        all.add(cookie);
        return new Answer(to, List.copyOf(all), events, notification, code, completion);
    }

    /** The same if there is one to set. */
    public Answer withCookie(Optional<String> cookie) {
        return cookie.map(this::withCookie).orElse(this);
    }

    public Answer withCode(TokenValue issued) {
        return new Answer(to, cookies, events, notification, Optional.of(issued), completion);
    }

    public Answer telling(Optional<Notification> told) {
        return new Answer(to, cookies, events, told, code, completion);
    }

    public Answer completedBy(Runnable action) {
        return new Answer(to, cookies, events, notification, code, Optional.of(action));
    }
}
