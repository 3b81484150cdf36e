package dev.postern.identity.authorization.departure;

import dev.postern.data.queue.Event;
import dev.postern.data.queue.Events;
import dev.postern.data.queue.EventsNotDurable;
import dev.postern.identity.authorization.departure.Destination.Redirect;
import dev.postern.identity.authorization.departure.Destination.SelfPost;
import dev.postern.identity.code.AuthorizationCodes;
import dev.postern.identity.http.Reply;
import dev.postern.page.Languages;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Lets an answer leave once what it tells of is durable (H22). */
@Service
public class Departures {

    private final Events events;
    private final AuthorizationCodes codes;
    private final Issuer issuer;

    @Inject
    public Departures(Events events, AuthorizationCodes codes, Issuer issuer) {
        this.events = events;
        this.codes = codes;
        this.issuer = issuer;
    }

    /** An answer that is no page. @throws EventsNotDurable after the code, if there is one, has been taken back */
    public Reply leave(Answer answer) {
        return leave(answer, List.of());
    }

    /** @throws EventsNotDurable after the code, if there is one, has been taken back */
    public Reply leave(Answer answer, HttpServletRequest request) {
        return leave(answer, Collections.list(request.getLocales()));
    }

    /** @param languages what the browser accepts, best first */
    private Reply leave(Answer answer, List<Locale> languages) {
        try {
            publish(answer.events());
            answer.notification().ifPresent(events::notify);
        } catch (EventsNotDurable e) {
            answer.code().ifPresent(codes::discard);
            throw e;
        }
        answer.completion().ifPresent(Runnable::run);
        Reply reply = reply(answer.to(), languages);
        for (String cookie : answer.cookies()) {
            reply = reply.with("Set-Cookie", cookie);
        }
        return reply;
    }

    private Reply reply(Destination to, List<Locale> languages) {
        if (to instanceof SelfPost post) {
            return new SelfPostPage(post, Languages.choose(post.uiLocales(), languages), issuer.path()).reply();
        }
        return Reply.of(303).with("Location", ((Redirect) to).location()).with("Cache-Control", "no-store");
    }

    public void publish(List<? extends Event> happened) {
        if (!happened.isEmpty()) {
            events.publish(happened);
        }
    }
}
