package dev.postern.data.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** What the server gives for transactions. */
@Dependent
class ServerTransactions {

    /** Not a bean: some servers have one of this type already. */
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry registry;
}
