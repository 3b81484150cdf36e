package dev.postern.platform.outgoing;

import dev.postern.platform.Service;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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

    /**
     * A pool of a fixed number of threads. What it is given must be bounded elsewhere.
     *
     * <p>All threads are made at once, by the caller: on Payara a thread has the context of the one that makes it, and what gives the
     * pool its work may be a thread of the JDK's, which knows no application.
     */
    public ExecutorService pool(String name, int threads) {
        ThreadFactory factory = ofContainer == null ? Thread::new : ofContainer;
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = factory.newThread(task);
                    thread.setName("postern-" + name + "-" + number.incrementAndGet());
                    return thread;
                });
        pool.prestartAllCoreThreads();
        pools.add(pool);
        return pool;
    }

    @PreDestroy
    void stop() {
        pools.forEach(ExecutorService::shutdownNow);
    }
}
