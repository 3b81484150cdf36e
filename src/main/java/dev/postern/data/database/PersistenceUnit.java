package dev.postern.data.database;

import dev.postern.platform.Service;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The unit of {@code persistence.xml}, on the server's datasource and in its transactions (Jakarta Persistence section 7.4).
 *
 * <p>Started by us and not by the server, which would look for the datasource before anything of ours could say that it is missing.
 */
@Service
class PersistenceUnit {

    private final EntityManagerFactory factory;

    @Inject
    PersistenceUnit(DataSource dataSource) {
        this(Persistence.createEntityManagerFactory(
                "postern", Map.of("jakarta.persistence.jtaDataSource", dataSource)));
    }

    PersistenceUnit(EntityManagerFactory factory) {
        this.factory = factory;
    }

    /** One that joins the transaction of the caller, and has to be closed; what it wrote then ends with the transaction. */
    EntityManager entityManager() {
        return factory.createEntityManager();
    }

    @PreDestroy
    void close() {
        factory.close();
    }
}
