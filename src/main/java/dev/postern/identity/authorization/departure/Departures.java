package dev.postern.identity.authorization.departure;

import dev.postern.data.queue.Event;
import dev.postern.data.queue.Events;
import dev.postern.data.queue.EventsNotDurable;
import dev.postern.identity.code.AuthorizationCodes;
import dev.postern.identity.http.Reply;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.List;

/** Lets an answer leave once what it tells of is durable (H22). */
@Service
public class Departures {

    private final Events events;
    private final AuthorizationCodes codes;

    @Inject
    public Departures(Events events, AuthorizationCodes codes) {
        this.events = events;
        this.codes = codes;
    }

    /** @throws EventsNotDurable after the code, if there is one, has been taken back */
    public Reply leave(Answer answer) {
        try {
            publish(answer.events());
            answer.notification().ifPresent(events::notify);
        } catch (EventsNotDurable e) {
            answer.code().ifPresent(codes::discard);
            throw e;
        }
        Reply reply = Reply.of(303).with("Location", answer.location()).with("Cache-Control", "no-store");
        for (String cookie : answer.cookies()) {
            reply = reply.with("Set-Cookie", cookie);
        }
        return reply;
    }

    public void publish(List<? extends Event> happened) {
        if (!happened.isEmpty()) {
            events.publish(happened);
        }
    }
}
