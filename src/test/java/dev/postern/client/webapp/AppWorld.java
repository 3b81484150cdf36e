package dev.postern.client.webapp;

import dev.postern.picture.HopTrace;
import dev.postern.platform.BuiltInClients;
import dev.postern.platform.CryptoProvider;
import dev.postern.platform.Issuer;
import dev.postern.platform.MasterKeys;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Sealer;
import dev.postern.platform.Settings;
import dev.postern.platform.outgoing.Threads;
import dev.postern.testing.fakes.FakeCache;
import dev.postern.testing.fakes.TestClock;
import java.security.SecureRandom;
import java.util.Map;

/** The app's parts with an authorization server that says what the test wants. */
final class AppWorld implements AutoCloseable {

    final TestClock clock = new TestClock();
    final FakeCache cache = new FakeCache(clock);
    final FakeServer server = new FakeServer();
    final Settings settings = Settings.of(Map.of("postern.app.timeout", "2s"));
    private final MasterKeys keys = new MasterKeys(Map.of(1, new byte[32]));
    private final RandomValues random = new RandomValues(new SecureRandom());
    private final Issuer issuer = new Issuer(server.url(), "");
    final AppIdentity identity = new AppIdentity(settings, issuer, new BuiltInClients(settings, issuer, keys));
    final AppThreads threads = new AppThreads(settings, new Threads());
    final AppSessions sessions =
            new AppSessions(cache, new Sealer(keys, random, CryptoProvider.ofJdk()), random, clock);

    TokenCalls tokenCalls() {
        return new TokenCalls(identity, threads, new HopTrace(clock));
    }

    @Override
    public void close() {
        server.close();
    }
}
