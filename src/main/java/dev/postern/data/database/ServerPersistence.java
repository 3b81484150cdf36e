package dev.postern.data.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** What the server gives for transactions and records. */
@Dependent
class ServerPersistence {

    @Produces
    @PersistenceContext(unitName = "postern")
    EntityManager entityManager;

    @Produces
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;
}
