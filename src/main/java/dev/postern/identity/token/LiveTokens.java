package dev.postern.identity.token;

import dev.postern.data.database.Clients;
import dev.postern.data.database.Grants;
import dev.postern.identity.token.mint.AccessToken;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;

/** Which of our own access tokens still count, wherever we are asked: RFC 7009 section 2.1, RFC 7592 section 2.3. */
@Service
public class LiveTokens {

    private final Grants grants;
    private final Clients clients;
    private final Clock clock;

    @Inject
    public LiveTokens(Grants grants, Clients clients, Clock clock) {
        this.grants = grants;
        this.clients = clients;
        this.clock = clock;
    }

    /** False once it has expired, it or its grant is revoked, or its client or user is disabled or gone. */
    public boolean contain(AccessToken token) {
        return !token.expiredAt(clock.instant())
                && !grants.isRevoked(token.grantId(), token.tokenId(), token.isOfUser() ? token.subject() : "")
                && clients.find(token.clientId()).isPresent();
    }
}
