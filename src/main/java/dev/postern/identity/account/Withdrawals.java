package dev.postern.identity.account;

import dev.postern.data.database.Consents;
import dev.postern.data.database.Grants;
import dev.postern.data.database.Participation;
import dev.postern.data.database.Permissions;
import dev.postern.data.queue.Event;
import dev.postern.data.refreshtoken.RefreshTokenStore;
import dev.postern.identity.account.visitor.Visitor;
import dev.postern.identity.code.AuthorizationCodes;
import dev.postern.platform.Service;
import dev.postern.protocol.Scope;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes back what a person has allowed a client: its codes, grants and refresh tokens go with the consent, offline ones too. */
@Service
class Withdrawals {

    private static final String REASON = "consent withdrawn";

    private final Consents consents;
    private final Grants grants;
    private final RefreshTokenStore refreshTokens;
    private final AuthorizationCodes codes;
    private final Clock clock;

    @Inject
    Withdrawals(
            Consents consents, Grants grants, RefreshTokenStore refreshTokens, AuthorizationCodes codes, Clock clock) {
        this.consents = consents;
        this.grants = grants;
        this.refreshTokens = refreshTokens;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * What a withdrawal did.
     *
     * @param happened to be published; nothing if there was nothing to withdraw
     * @param loggedOut the sessions in which the client had got something, to be told of their end
     */
    record Withdrawn(List<Event> happened, List<Participation> loggedOut) {}

    /** In one transaction. */
    @Transactional
    public Withdrawn withdraw(Visitor visitor, String clientId) {
        String subject = visitor.subject();
        Instant now = clock.instant();
        Optional<Permissions> granted = consents.find(subject, clientId);
        codes.refuseUnspent(subject, clientId); // first: a code that is redeemed from now on makes no new grant
        List<Event> happened = new ArrayList<>();
        if (consents.withdraw(subject, clientId)) {
            Permissions taken = granted.orElse(Permissions.of(Scope.NONE));
            happened.add(new Event.ConsentWithdrawn(
                    subject, clientId, visitor.session().id(), taken.scope().wire(), String.join(" ", taken.claims())));
        }
        List<Participation> loggedOut = grants.participations(subject, clientId);
        for (String grant : grants.revokeOfClient(subject, clientId, REASON, now)) {
            refreshTokens.revokeGrant(grant, REASON, now);
            happened.add(new Event.TokenRevoked(subject, clientId, grant, "grant", REASON));
        }
        return new Withdrawn(List.copyOf(happened), loggedOut);
    }
}
