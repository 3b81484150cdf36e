package dev.postern.bearer;

import dev.postern.data.session.SessionCache;
import dev.postern.picture.HopTrace;
import dev.postern.platform.BuiltInClients;
import dev.postern.platform.CryptoProvider;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.platform.outgoing.OutgoingCalls;
import dev.postern.platform.outgoing.Permits;
import dev.postern.platform.outgoing.Threads;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;

/** Makes the validation of one party: with its credentials, its own bounded calls, its own memory. */
@Service
public class BearerTokensFactory {

    private static final int THREADS = 2;

    private final Settings settings;
    private final Issuer issuer;
    private final BuiltInClients builtIn;
    private final SessionCache cache;
    private final HopTrace hops;
    private final Clock clock;
    private final Threads threads;
    private final CryptoProvider crypto;

    @Inject
    public BearerTokensFactory(
            Settings settings,
            Issuer issuer,
            BuiltInClients builtIn,
            SessionCache cache,
            HopTrace hops,
            Clock clock,
            Threads threads,
            CryptoProvider crypto) {
        this.settings = settings;
        this.issuer = issuer;
        this.builtIn = builtIn;
        this.cache = cache;
        this.hops = hops;
        this.clock = clock;
        this.threads = threads;
        this.crypto = crypto;
    }

    public BearerTokens of(Party party) {
        int parallel = settings.get(BearerSettings.PARALLEL_CALLS);
        OutgoingCalls calls = new OutgoingCalls(
                threads.pool(party.name() + "-bearer", THREADS),
                new Permits(parallel, parallel, settings.get(BearerSettings.LONGEST_WAIT)),
                settings.get(BearerSettings.TIMEOUT));
        return new BearerTokens(party, jwts(calls), introspected(party, calls), hops);
    }

    private JwtAccessTokens jwts(OutgoingCalls calls) {
        IssuerKeys keys = new IssuerKeys(
                calls,
                issuer.backChannel("/jwks"),
                clock,
                settings.get(BearerSettings.JWKS_LIFETIME),
                settings.get(BearerSettings.JWKS_PAUSE));
        return new JwtAccessTokens(
                keys,
                issuer.value(),
                Set.copyOf(settings.get(BearerSettings.ALGORITHMS)),
                clock,
                settings.get(BearerSettings.CLOCK_SKEW),
                crypto);
    }

    private IntrospectedTokens introspected(Party party, OutgoingCalls calls) {
        Introspection introspection = new Introspection(
                calls, issuer.backChannel("/introspect"), party.clientId(), builtIn.secret(party.clientId()));
        return new IntrospectedTokens(
                party,
                issuer.value(),
                introspection,
                cache,
                hops,
                clock,
                settings.get(BearerSettings.INTROSPECTION_CACHE),
                settings.get(BearerSettings.NEGATIVE_CACHE));
    }
}
