package dev.postern.data;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;

/** The datasource that the server defines under the name {@code jdbc/postern}, whatever database is behind it. */
@Dependent
class ServerDatasource {

    @Produces
    @Resource(lookup = "jdbc/postern")
    DataSource dataSource;
}
