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
 * @param location absolute, built by us or verified
 * @param cookies Set-Cookie values
 * @param code the code that leaves with it, to be taken back if the events cannot be made durable
 */
public record Answer(
        String location,
        List<String> cookies,
        List<Event> events,
        Optional<Notification> notification,
        Optional<TokenValue> code) {

    public static Answer to(String location) {
        return new Answer(location, List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    public Answer with(Event... more) {
        List<Event> all = new ArrayList<>(events);
        all.addAll(List.of(more));
        return new Answer(location, cookies, List.copyOf(all), notification, code);
    }

    /** The same with something that happened before. */
    public Answer after(List<? extends Event> earlier) {
        List<Event> all = new ArrayList<>(earlier);
        all.addAll(events);
        return new Answer(location, cookies, List.copyOf(all), notification, code);
    }

    public Answer withCookie(String cookie) {
        List<String> all = new ArrayList<>(cookies);
        all.add(cookie);
        return new Answer(location, List.copyOf(all), events, notification, code);
    }

    public Answer withCode(TokenValue issued) {
        return new Answer(location, cookies, events, notification, Optional.of(issued));
    }

    public Answer telling(Optional<Notification> told) {
        return new Answer(location, cookies, events, told, code);
    }
}
