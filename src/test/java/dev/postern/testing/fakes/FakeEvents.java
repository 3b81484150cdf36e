package dev.postern.testing.fakes;

import dev.postern.data.queue.Event;
import dev.postern.data.queue.Events;
import dev.postern.data.queue.EventsNotDurable;
import dev.postern.data.queue.LogoutNotice;
import dev.postern.data.queue.Notification;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Events in a list. */
public final class FakeEvents implements Events {

    public final List<Event> published = new CopyOnWriteArrayList<>();
    public final List<Notification> notifications = new CopyOnWriteArrayList<>();

    public final List<LogoutNotice> logouts = new CopyOnWriteArrayList<>();

    /** From now on nothing can be made durable. */
    public volatile boolean broken;

    @Override
    public void publish(List<? extends Event> events) {
        if (broken) {
            throw new EventsNotDurable(new IllegalStateException("test"));
        }
        published.addAll(events);
    }

    @Override
    public void enlist(List<? extends Event> events) {
        publish(events);
    }

    @Override
    public void notify(Notification notification) {
        notifications.add(notification);
    }

    @Override
    public void logOut(List<LogoutNotice> notices) {
        logouts.addAll(notices);
    }

    public List<String> types() {
        return published.stream().map(Event::type).toList();
    }
}
