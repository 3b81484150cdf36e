package dev.postern.data.database;

import dev.postern.data.RequiredResources;
import dev.postern.data.StoreUnavailable;
import dev.postern.data.Unhurried;
import dev.postern.platform.Issuer;
import dev.postern.platform.Starting;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings the schema up to date before anything else starts, and refuses to start with a master key that is not the database's.
 *
 * <p>Whoever needs tables at start is a {@code @Startup @Singleton} of its own with {@code @DependsOn("DatabaseStart")}. Flyway
 * commits on its own, hence the bean-managed transactions.
 */
@Startup
@Singleton(name = "DatabaseStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseStart {

    private static final Logger LOG = System.getLogger(DatabaseStart.class.getName());

    @Inject
    Instance<DataSource> dataSource;

    @Inject
    Instance<MasterKeyCheck> masterKeyCheck;

    @Inject
    Instance<Issuer> issuer;

    @PostConstruct
    void start() {
        Starting.run(() -> {
            issuer.get();
            RequiredResources.check();
            migrate();
            masterKeyCheck.get().run();
        });
    }

    private void migrate() {
        MigrateResult result = migrated();
        LOG.log(
                Level.INFO,
                "Relational Database ready: {0} migrations applied, schema version {1}",
                result.migrationsExecuted,
                result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion);
    }

    private MigrateResult migrated() {
        try {
            return Migrations.run(Unhurried.dataSource(dataSource.get()));
        } catch (StoreUnavailable | FlywayException e) {
            throw new IllegalStateException(
                    "the database behind the datasource jdbc/postern (setting postern.database-url) cannot be brought up to date: "
                            + e.getMessage(),
                    e);
        }
    }
}
