package dev.postern.identity.authorization.session;

import dev.postern.data.database.Client;
import dev.postern.data.database.Clients;
import dev.postern.data.database.Participation;
import dev.postern.data.queue.Events;
import dev.postern.data.queue.LogoutNotice;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Has those applications told of a logout that registered for it: OpenID Connect Back-Channel Logout sections 2.2 and 2.5. */
@Service
public class LogoutNotices {

    private final Clients clients;
    private final Events events;
    private final RandomValues random;
    private final Clock clock;

    @Inject
    public LogoutNotices(Clients clients, Events events, RandomValues random, Clock clock) {
        this.clients = clients;
        this.events = events;
        this.random = random;
        this.clock = clock;
    }

    /** Durably; never inside a transaction. */
    public void send(List<Participation> loggedOut) {
        events.logOut(
                loggedOut.stream().filter(this::wantsToKnow).map(this::notice).toList());
    }

    private boolean wantsToKnow(Participation participation) {
        return clients.find(participation.clientId())
                .map(Client::logout)
                .filter(logout -> !logout.backChannelUri().isEmpty())
                .isPresent();
    }

    private LogoutNotice notice(Participation participation) {
        return new LogoutNotice(
                random.identifier(),
                participation.clientId(),
                participation.subject(),
                participation.sessionId(),
                clock.instant(),
                CurrentRequest.get().traceId(),
                0);
    }
}
