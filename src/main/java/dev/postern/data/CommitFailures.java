package dev.postern.data;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.TransactionalException;

/**
 * Says {@link StoreUnavailable} when a transaction could not be committed, whatever the server says: the database went away between
 * the last statement and the commit. Whether it was committed is unknown then.
 *
 * <p>It stands around the server's own interceptor, whose priority Jakarta Transactions 2.0 section 3.7 sets 200 behind
 * PLATFORM_BEFORE.
 */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class CommitFailures {

    @AroundInvoke
    Object translate(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (TransactionalException e) {
            throw new StoreUnavailable(SqlFailures.STORE, e);
        }
    }
}
