package dev.postern.identity.token.grant;

import dev.postern.data.database.Client;
import dev.postern.data.database.User;
import dev.postern.data.database.Users;
import dev.postern.data.database.client.RefreshUse;
import dev.postern.data.refreshtoken.RefreshTokenFamily;
import dev.postern.data.refreshtoken.RefreshTokenStore;
import dev.postern.data.refreshtoken.RefreshTokenStore.Idle;
import dev.postern.data.refreshtoken.RefreshTokenStore.Presented;
import dev.postern.identity.resource.ResourceIndicators;
import dev.postern.identity.resource.Target;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Digests;
import dev.postern.platform.Service;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.Scope;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The refresh_token grant: RFC 6749 section 6, with rotation and reuse detection as RFC 9700 section 4.14.2 asks.
 *
 * <p>Everything else is checked before the token is spent, so that a refused request costs the client nothing.
 */
@Service
public class RefreshTokenGrant {

    static final String UNUSABLE =
            "the refresh token is unknown, expired, spent, revoked or was issued to another client";

    private final RefreshTokenStore store;
    private final Users users;
    private final ResourceIndicators resources;
    private final RefreshTokens refreshTokens;
    private final Replays replays;
    private final HopTrace hops;
    private final Clock clock;

    @Inject
    public RefreshTokenGrant(
            RefreshTokenStore store,
            Users users,
            ResourceIndicators resources,
            RefreshTokens refreshTokens,
            Replays replays,
            HopTrace hops,
            Clock clock) {
        this.store = store;
        this.users = users;
        this.resources = resources;
        this.refreshTokens = refreshTokens;
        this.replays = replays;
        this.hops = hops;
        this.clock = clock;
    }

    /** Needs no transaction: one conditional update decides. @throws OAuthRefused */
    public Granted redeem(RefreshRequest request) {
        Instant now = clock.instant();
        return rotatedAtSight(request, now).orElseGet(() -> redeem(request, now));
    }

    /** Most requests name neither scope nor resource, so that there is nothing to refuse but what the store sees itself. */
    private Optional<Granted> rotatedAtSight(RefreshRequest request, Instant now) {
        Client client = request.client().client();
        if (request.scope().isPresent() || !request.resource().isEmpty() || keeps(client)) {
            return Optional.empty();
        }
        Idle idle = new Idle(refreshTokens.idleLifetime(true), refreshTokens.idleLifetime(false));
        return store.rotateAtSight(request.refreshToken(), client.id(), fingerprint(request), idle, now)
                .map(rotated -> {
                    RefreshTokenFamily family = rotated.family();
                    Scope scope = family.scope().only(client.access().scope().values());
                    Target target = resources.narrowed(client, scope, scope, family.resource(), List.of());
                    return granted(new Spent(Granted.How.ROTATED, rotated.successor()), client, family, scope, target);
                });
    }

    private Granted redeem(RefreshRequest request, Instant now) {
        Presented presented =
                store.find(request.refreshToken()).orElseThrow(() -> refused("the refresh token is unknown"));
        RefreshTokenFamily family = presented.family();
        problem(family, request, now).ifPresent(problem -> {
            throw refused(problem);
        });
        Client client = request.client().client();
        Scope granted = family.scope().only(client.access().scope().values());
        Scope scope = request.scope().orElse(granted);
        if (!granted.covers(scope)) {
            throw new OAuthRefused(OAuthErrorCode.INVALID_SCOPE, "scope exceeds what was granted");
        }
        Target target = resources.narrowed(client, granted, scope, family.resource(), request.resource());
        Spent spent = spend(presented, request, fingerprint(request), now);
        return granted(spent, client, family, scope, target);
    }

    private static boolean keeps(Client client) {
        return client.refresh().use() == RefreshUse.KEEP && client.isConfidential();
    }

    private Optional<String> problem(RefreshTokenFamily family, RefreshRequest request, Instant now) {
        if (!family.clientId().equals(request.client().id())) {
            return Optional.of("the refresh token was issued to another client");
        }
        if (family.revoked()) {
            return Optional.of("the refresh token was revoked");
        }
        if (family.isOverAt(now)) {
            return Optional.of("the refresh token has expired");
        }
        return users.bySubject(family.subject()).filter(User::enabled).isPresent()
                ? Optional.empty()
                : Optional.of("the user is gone or disabled");
    }

    /** What using the token has come to. */
    private record Spent(Granted.How how, TokenValue next) {}

    private Spent spend(Presented presented, RefreshRequest request, String fingerprint, Instant now) {
        Client client = request.client().client();
        Duration idle = refreshTokens.idleLifetime(presented.family().offline());
        if (keeps(client)) {
            if (store.keep(presented, idle, now)) {
                return new Spent(Granted.How.KEPT, presented.token());
            }
        } else {
            Optional<TokenValue> successor = store.rotate(presented, fingerprint, idle, now);
            if (successor.isPresent()) {
                return new Spent(Granted.How.ROTATED, successor.get());
            }
        }
        return repeated(presented, client, fingerprint, now).orElseThrow(() -> notUsable(request));
    }

    /** Inside the grace the same successor is answered again, so that a lost reply logs nobody out. */
    private Optional<Spent> repeated(Presented presented, Client client, String fingerprint, Instant now) {
        if (client.registration().selfMade() || client.refresh().reuseGrace().isZero()) {
            return Optional.empty();
        }
        return store.repeat(presented, fingerprint, client.refresh().reuseGrace(), now)
                .map(successor -> new Spent(Granted.How.REPEATED, successor));
    }

    /** Reads again, for somebody else may have spent, revoked or outlived the token since. */
    private OAuthRefused notUsable(RefreshRequest request) {
        Optional<Presented> again = store.find(request.refreshToken());
        if (again.isEmpty() || again.get().family().revoked()) {
            return refused("the refresh token was revoked");
        }
        if (again.get().looksUsable()) {
            return refused("the refresh token has expired");
        }
        return replays.ofRefreshToken(request, again.get().family());
    }

    private Granted granted(Spent spent, Client client, RefreshTokenFamily family, Scope scope, Target target) {
        hops.passed(
                CurrentRequest.get().traceId(),
                Hop.H11,
                Remark.REFRESH_TOKEN,
                spent.how().name().toLowerCase(java.util.Locale.ROOT));
        Optional<Granted.Identity> identity = scope.has(Scope.OPENID)
                ? Optional.of(new Granted.Identity(family.authTime(), "", List.of()))
                : Optional.empty();
        return new Granted(
                spent.how(),
                client,
                family.subject(),
                family.grantId(),
                family.sessionId(),
                target,
                refreshTokens.claims(family, client),
                Optional.of(family.authTime()),
                identity,
                Optional.of(spent.next()));
    }

    /** What the request names: the same token with another wish is no repetition. */
    private static String fingerprint(RefreshRequest request) {
        List<String> scope = request.scope().stream()
                .flatMap(named -> named.values().stream())
                .sorted()
                .toList();
        return Digests.sha256(String.join(" ", scope) + "\n"
                + String.join("\n", request.resource().stream().sorted().toList()));
    }

    private static OAuthRefused refused(String reason) {
        return new OAuthRefused(OAuthErrorCode.INVALID_GRANT, UNUSABLE, reason);
    }
}
