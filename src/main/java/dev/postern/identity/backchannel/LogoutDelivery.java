package dev.postern.identity.backchannel;

import dev.postern.data.database.Client;
import dev.postern.data.database.Clients;
import dev.postern.data.queue.LogoutNotice;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One attempt to tell an application: Back-Channel Logout section 2.5. */
@Service
class LogoutDelivery {

    private final Clients clients;
    private final LogoutTokens tokens;
    private final LogoutCalls calls;

    @Inject
    LogoutDelivery(Clients clients, LogoutTokens tokens, LogoutCalls calls) {
        this.clients = clients;
        this.tokens = tokens;
        this.calls = calls;
    }

    /** Never fails: a failure is an attempt of that result. */
    CompletableFuture<Attempt> attempt(LogoutNotice notice) {
        Optional<Client> told = clients.find(notice.clientId())
                .filter(client -> !client.logout().backChannelUri().isEmpty());
        return told.map(client -> calls.post(client.logout().backChannelUri(), tokens.mint(notice, client)))
                .orElseGet(() -> CompletableFuture.completedFuture(
                        Attempt.refused("the application is not registered for back-channel logout any more")));
    }
}
