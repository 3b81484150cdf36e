package dev.postern.benchmark.load;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/** Virtual users, each starting its next operation when the previous one is complete and checked. */
public final class ClosedLoop {

    private static final int PAUSE_AFTER_ERROR_MILLIS = 20;
    private static final Duration PATIENCE_TO_PREPARE = Duration.ofSeconds(120);
    private static final Duration SLOWEST_ANSWER = Duration.ofSeconds(60);
    private static final int LONGEST_MESSAGE = 120;
    private static final int MOST_MESSAGES = 20;

    private final Scenario scenario;
    private final List<VirtualUser> users;

    public ClosedLoop(Scenario scenario, List<VirtualUser> users) {
        this.scenario = scenario;
        this.users = users;
    }

    /**
     * What one run gave.
     *
     * @param seconds from the start to the end of the last operation
     * @param errors message to count
     */
    public record Result(Latencies.Sorted latencies, double seconds, Map<String, Integer> errors) {

        public int operations() {
            return latencies.count();
        }

        public int errorCount() {
            return errors.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** All users at the same time. A server that is still cold may refuse at first: each tries again for a while. */
    public void prepare() {
        long end = System.nanoTime() + PATIENCE_TO_PREPARE.toNanos();
        inParallel(PATIENCE_TO_PREPARE.plus(SLOWEST_ANSWER), user -> prepareUntil(end, user));
    }

    private void prepareUntil(long end, VirtualUser user) {
        while (true) {
            try {
                scenario.prepare(user);
                return;
            } catch (WrongAnswer | UncheckedIOException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                pause();
            }
        }
    }

    public Result run(Duration duration) {
        ConcurrentMap<String, Integer> errors = new ConcurrentHashMap<>();
        List<Latencies> latencies = new ArrayList<>();
        users.forEach(user -> latencies.add(new Latencies()));
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        inParallel(
                duration.plus(SLOWEST_ANSWER),
                user -> operateUntil(end, user, latencies.get(users.indexOf(user)), errors));
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Result(Latencies.sorted(latencies), seconds, new TreeMap<>(errors));
    }

    private void operateUntil(long end, VirtualUser user, Latencies latencies, ConcurrentMap<String, Integer> errors) {
        long now = System.nanoTime();
        while (now < end) {
            try {
                scenario.operate(user);
                long done = System.nanoTime();
                latencies.add(done - now);
                now = done;
            } catch (WrongAnswer | UncheckedIOException e) {
                note(e, errors);
                startAfresh(user, errors);
                now = System.nanoTime();
            }
        }
    }

    /** Does not spin on errors; a broken chain starts anew. */
    private void startAfresh(VirtualUser user, ConcurrentMap<String, Integer> errors) {
        pause();
        try {
            scenario.prepare(user);
        } catch (WrongAnswer | UncheckedIOException e) {
            note(e, errors);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_ERROR_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Work {
        void of(VirtualUser user);
    }

    private void inParallel(Duration patience, Work work) {
        long limit = System.nanoTime() + patience.toNanos();
        ConcurrentMap<String, Throwable> failures = new ConcurrentHashMap<>();
        List<Thread> threads = new ArrayList<>();
        for (VirtualUser user : users) {
            Thread thread = new Thread(() -> work.of(user), "user " + user.number());
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((which, failure) -> failures.put(which.getName(), failure));
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        threads.forEach(thread -> join(thread, limit));
        failures.values().stream().findFirst().ifPresent(failure -> {
            throw new IllegalStateException(scenario.id() + " failed", failure);
        });
    }

    /** A blocking read knows no time limit of its own. */
    static void join(Thread thread, long limit) {
        try {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(limit - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (thread.isAlive()) {
            throw new IllegalStateException(thread.getName() + " still waits for an answer");
        }
    }

    private static void note(Exception error, ConcurrentMap<String, Integer> errors) {
        String message = String.valueOf(error.getMessage());
        String key = message.substring(0, Math.min(LONGEST_MESSAGE, message.length()));
        errors.merge(errors.size() < MOST_MESSAGES || errors.containsKey(key) ? key : "others", 1, Integer::sum);
    }
}
