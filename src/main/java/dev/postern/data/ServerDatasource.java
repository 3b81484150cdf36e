package dev.postern.data;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;

/** The datasource that the server defines under the name {@code jdbc/postern}, whatever database is behind it. */
@Dependent
class ServerDatasource {

    @Produces
    DataSource dataSource() {
        return RequiredResources.named("jdbc/postern", DataSource.class);
    }
}
