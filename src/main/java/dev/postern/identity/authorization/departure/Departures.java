package dev.postern.identity.authorization.departure;

import dev.postern.data.queue.Event;
import dev.postern.data.queue.Events;
import dev.postern.data.queue.EventsNotDurable;
import dev.postern.identity.code.AuthorizationCodes;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
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
    public Response leave(Answer answer) {
        try {
            publish(answer.events());
            answer.notification().ifPresent(events::notify);
        } catch (EventsNotDurable e) {
            answer.code().ifPresent(codes::discard);
            throw e;
        }
        Response.ResponseBuilder response =
                Response.status(Response.Status.SEE_OTHER).header("Location", answer.location());
        answer.cookies().forEach(cookie -> response.header("Set-Cookie", cookie));
        return response.header("Cache-Control", "no-store").build();
    }

    public void publish(List<? extends Event> happened) {
        if (!happened.isEmpty()) {
            events.publish(happened);
        }
    }
}
