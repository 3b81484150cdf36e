package dev.postern.identity.keys;

import dev.postern.platform.CryptoProvider;
import dev.postern.platform.MasterKeys;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Sealer;
import dev.postern.platform.Settings;
import dev.postern.testing.fakes.FakeEvents;
import dev.postern.testing.fakes.FakeResourceServers;
import dev.postern.testing.fakes.FakeSigningKeyRows;
import dev.postern.testing.fakes.TestClock;
import java.security.SecureRandom;
import java.util.Map;

/** Real signing keys over rows in memory, for tests of what is signed. */
public final class TestSigningKeys {

    private static final CryptoProvider CRYPTO = CryptoProvider.ofPlatform();

    private TestSigningKeys() {}

    public static SigningKeys make() {
        return make(new TestClock());
    }

    public static SigningKeys make(TestClock clock) {
        Sealer sealer =
                new Sealer(new MasterKeys(Map.of(1, new byte[32])), new RandomValues(new SecureRandom()), CRYPTO);
        KeyLifecycle lifecycle = new KeyLifecycle(
                new FakeSigningKeyRows(),
                (name, duration) -> true,
                new KeyMaker(sealer, new SecureRandom(), CRYPTO, new Signatures(CRYPTO)),
                new KeySchedule(new FakeResourceServers(), Settings.of(Map.of())),
                clock);
        return new SigningKeys(lifecycle, new FakeEvents(), clock);
    }
}
