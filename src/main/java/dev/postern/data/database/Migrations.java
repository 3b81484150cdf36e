package dev.postern.data.database;

import dev.postern.data.Sql;
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
                .placeholders(Map.of("postgresql", new Sql(database).isPostgresql() ? "" : "--"))
                .failOnMissingLocations(true)
                .cleanDisabled(true)
                .load()
                .migrate();
    }
}
