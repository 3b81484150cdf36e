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

    /** Not a bean: some servers have one of this type already. */
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;
}
