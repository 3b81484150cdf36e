package dev.postern.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionalException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class CommitFailuresTest {

    private static InvocationContext call(Callable<Object> target) {
        return (InvocationContext) Proxy.newProxyInstance(
                CommitFailuresTest.class.getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (proxy, method, arguments) -> target.call());
    }

    @Test
    void a_commit_that_failed_is_a_store_that_is_away() {
        InvocationContext failing = call(() -> {
            throw new TransactionalException("commit", new RollbackException());
        });
        assertThatThrownBy(() -> new CommitFailures().translate(failing)).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void everything_else_passes() throws Exception {
        assertThat(new CommitFailures().translate(call(() -> "done"))).isEqualTo("done");
        InvocationContext refused = call(() -> {
            throw new IllegalArgumentException("refused");
        });
        assertThatThrownBy(() -> new CommitFailures().translate(refused)).isInstanceOf(IllegalArgumentException.class);
    }
}
