package dev.postern.identity.administration.grant;

import dev.postern.data.database.AuditRow;
import dev.postern.data.database.Grant;
import dev.postern.data.database.GrantRegister;
import dev.postern.data.database.GrantRegister.FoundGrant;
import dev.postern.data.database.GrantRegister.Place;
import dev.postern.data.database.Grants;
import dev.postern.data.database.SignIns;
import dev.postern.data.queue.Event.TokenRevoked;
import dev.postern.data.queue.Events;
import dev.postern.data.refreshtoken.FamilyRegister;
import dev.postern.data.refreshtoken.FamilyRegister.FoundFamily;
import dev.postern.data.refreshtoken.RefreshTokenStore;
import dev.postern.data.refreshtoken.RefreshTokenStore.Presented;
import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.change.ChangeLog;
import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.change.Slice;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.rule.Rule;
import dev.postern.identity.token.mint.AccessToken;
import dev.postern.identity.token.mint.AccessTokens;
import dev.postern.platform.Service;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Grants found by user, client or token, with their refresh tokens, and revoked. */
@Service
public class GrantAdministration {

    private static final String KIND = "grant";
    private static final String REASON = "revoked by an administrator";
    private static final int AT_ONCE = 500;
    private static final int MOST_HAPPENINGS = 200;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final GrantRegister register;
    private final GrantStates states;
    private final Grants grants;
    private final FamilyRegister families;
    private final RefreshTokenStore refreshTokens;
    private final AccessTokens accessTokens;
    private final SignIns signIns;
    private final ChangeLog changes;
    private final Events events;
    private final Clock clock;

    @Inject
    public GrantAdministration(
            GrantRegister register,
            GrantStates states,
            Grants grants,
            FamilyRegister families,
            RefreshTokenStore refreshTokens,
            AccessTokens accessTokens,
            SignIns signIns,
            ChangeLog changes,
            Events events,
            Clock clock) {
        this.register = register;
        this.states = states;
        this.grants = grants;
        this.families = families;
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
        this.signIns = signIns;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /** @param subject and clientId empty: any */
    public Slice<ListedGrant> list(
            Administrator by, String subject, String clientId, Optional<String> cursor, int limit) {
        Guard.mayRead(by, Area.GRANTS);
        Slice<FoundGrant> found = Slice.of(
                register.page(subject, clientId, GrantCursor.after(cursor), limit + 1), limit, GrantCursor::key);
        return new Slice<>(states.of(found.items()), found.next());
    }

    public ListedGrant find(Administrator by, String grantId) {
        Guard.mayRead(by, Area.GRANTS);
        return states.of(known(grantId));
    }

    /** The refresh tokens of a grant, if it has any. */
    public Optional<FoundFamily> familyOf(Administrator by, String grantId) {
        Guard.mayRead(by, Area.GRANTS);
        return families.ofGrant(grantId);
    }

    /**
     * The grant that a token, spent or not, belongs to. The token is told by its seal or signature and by the hash of its family's usable one; it is
     * neither kept nor logged.
     *
     * @throws AdministrationRefused if it is none of ours, or its grant is gone
     */
    public FoundToken ofToken(Administrator by, TokenValue token) {
        Guard.mayRead(by, Area.GRANTS);
        return accessTokens
                .read(token.secret())
                .flatMap(read -> register.find(read.grantId()).map(grant -> accessToken(grant, read)))
                .or(() -> refreshTokens
                        .find(token)
                        .flatMap(presented -> register.find(presented.family().grantId())
                                .map(grant -> refreshToken(grant, presented))))
                .orElseThrow(() -> AdministrationRefused.unknown(Rule.NO_SUCH_TOKEN));
    }

    private FoundToken accessToken(FoundGrant found, AccessToken token) {
        ListedGrant grant = states.of(found);
        boolean counts = grant.isUsable()
                && !token.expiredAt(clock.instant())
                && !grants.isRevoked(token.grantId(), token.tokenId());
        return new FoundToken(grant, FoundToken.Kind.ACCESS_TOKEN, counts, Optional.empty());
    }

    private FoundToken refreshToken(FoundGrant found, Presented presented) {
        ListedGrant grant = states.of(found);
        boolean counts = grant.isUsable() && presented.countsAt(clock.instant());
        return new FoundToken(grant, FoundToken.Kind.REFRESH_TOKEN, counts, Optional.of(presented.generation()));
    }

    /** What happened under a grant of a user, newest first: issued, rotated, replayed, revoked. The latest of many. */
    public List<AuditRow> happenings(Administrator by, String grantId) {
        Guard.mayRead(by, Area.GRANTS);
        Grant grant = known(grantId).grant();
        return signIns.underGrant(grant.subject(), grantId, grant.createdAt().minus(CLOCKS_DIFFER), MOST_HAPPENINGS);
    }

    /** Everything that was issued under the grant is refused from now on. One that is revoked already stays as it is. */
    @Transactional
    public void revoke(Administrator by, String grantId) {
        Guard.mayWrite(by, Area.GRANTS);
        revoke(by, known(grantId));
    }

    /** Revokes every grant of a user. @return how many counted until now */
    @Transactional
    public int revokeAllOf(Administrator by, String subject) {
        Guard.mayWrite(by, Area.GRANTS);
        if (!states.isUser(subject)) {
            throw AdministrationRefused.unknown(Rule.NO_SUCH_USER);
        }
        int revoked = 0;
        List<FoundGrant> part;
        Optional<Place> after = Optional.empty();
        do {
            part = register.page(subject, "", after, AT_ONCE);
            for (FoundGrant found : part) {
                revoked += revoke(by, found) ? 1 : 0;
                after = Optional.of(Place.of(found));
            }
        } while (part.size() == AT_ONCE);
        return revoked;
    }

    private boolean revoke(Administrator by, FoundGrant found) {
        String id = found.grant().id();
        boolean revoked = grants.revoke(id, REASON, clock.instant());
        boolean ended = refreshTokens.revokeGrant(id, REASON, clock.instant());
        if (revoked || ended) {
            String subject = found.grant().subject();
            String clientId = found.grant().clientId();
            events.enlist(List.of(new TokenRevoked(subject, clientId, id, KIND, REASON)));
            changes.happened(by, KIND, id, "revoked", Map.of("subject", subject, "client_id", clientId));
        }
        return revoked || ended;
    }

    private FoundGrant known(String grantId) {
        return register.find(grantId).orElseThrow(() -> AdministrationRefused.unknown(Rule.NO_SUCH_GRANT));
    }
}
