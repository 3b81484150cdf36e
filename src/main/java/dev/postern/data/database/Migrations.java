package dev.postern.data.database;

import dev.postern.data.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings a schema up to date.
 *
 * <p>One set of scripts for all databases: a line that begins with {@code ${postgresql}} is a comment for any other.
 */
public final class Migrations {

    private Migrations() {}

    public static MigrateResult run(DataSource database) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .placeholders(Map.of("postgresql", isPostgresql(database) ? "" : "--"))
                .failOnMissingLocations(true)
                .cleanDisabled(true)
                .load()
                .migrate();
    }

    private static boolean isPostgresql(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        } catch (SQLException e) {
            throw new StoreUnavailable("Relational Database", e);
        }
    }
}
