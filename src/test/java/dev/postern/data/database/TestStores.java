package dev.postern.data.database;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.postern.data.LocalSignals;
import dev.postern.data.NodeSignals;
import dev.postern.data.SharedInserts;
import dev.postern.data.Sql;
import dev.postern.platform.Settings;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** The real stores of the database, for tests of other boxes. */
public final class TestStores {

    private TestStores() {}

    static ReadCopy copies(NodeSignals signals, Ticker ticker) {
        TransactionSynchronizationRegistry noTransaction = (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
                TestStores.class.getClassLoader(),
                new Class<?>[] {TransactionSynchronizationRegistry.class},
                (proxy, method, arguments) -> Status.STATUS_NO_TRANSACTION);
        return new ReadCopy(noTransaction, signals, Settings.of(Map.of()), ticker);
    }

    public static Grants grants(Sql sql) {
        return new JdbcGrants(
                sql, new SharedInserts(sql, Duration.ZERO), copies(new LocalSignals(), Ticker.systemTicker()));
    }

    public static AuditTrail auditTrail(Sql sql, Clock clock) {
        return new JdbcAuditTrail(sql, clock);
    }
}
