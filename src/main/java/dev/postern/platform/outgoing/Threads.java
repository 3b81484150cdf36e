package dev.postern.platform.outgoing;

import dev.postern.platform.Service;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Small pools of threads that know the application: those of the container's thread factory (Jakarta Concurrency section 3.4), so
 * that naming, transactions and class loading work on them as on a request thread. They end with the application.
 */
@Service
public class Threads {

    @Resource
    @Nullable
    ManagedThreadFactory ofContainer;

    private final List<ExecutorService> pools = new CopyOnWriteArrayList<>();

    /** A pool of a fixed number of threads. What it is given must be bounded elsewhere. */
    public ExecutorService pool(String name, int threads) {
        ThreadFactory factory = ofContainer == null ? Thread::new : ofContainer;
        AtomicInteger number = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = factory.newThread(task);
            thread.setName("postern-" + name + "-" + number.incrementAndGet());
            return thread;
        });
        pools.add(pool);
        return pool;
    }

    @PreDestroy
    void stop() {
        pools.forEach(ExecutorService::shutdownNow);
    }
}
