package dev.postern.benchmark.load;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Several groups of users at once, each with a scenario of its own. With a period every user starts an operation once in it, however the
 * last one went, as people and machines do that know nothing of one another; without one they start the next when one is complete.
 */
public final class MixedLoad {

    private static final Duration SLOWEST_ANSWER = Duration.ofSeconds(60);
    private static final int PAUSE_AFTER_REFUSAL_MILLIS = 100;

    private final List<Group> groups;

    public MixedLoad(List<Group> groups) {
        this.groups = groups;
    }

    /** @param period zero for a closed loop */
    public record Group(Scenario scenario, List<VirtualUser> users, Duration period) {}

    /**
     * What became of a group's operations.
     *
     * @param complete operations that were complete
     * @param perSecond complete ones
     * @param p50 of the complete ones in milliseconds, as p99
     * @param refusedByPages operations a second that the server had no room for, as it said at a page
     * @param refusedByTokens the same, as it said at the token endpoint
     * @param wrong operations with an answer that is not as it must be, by message
     */
    public record Outcome(
            int complete,
            double perSecond,
            double p50,
            double p99,
            double refusedByPages,
            double refusedByTokens,
            Map<String, Integer> wrong) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.0f/s, p50 %.1f ms, p99 %.1f ms, refused %.0f/s at pages and %.0f/s at the token endpoint%s",
                    perSecond,
                    p50,
                    p99,
                    refusedByPages,
                    refusedByTokens,
                    wrong.isEmpty() ? "" : ", wrong: " + wrong);
        }
    }

    /** The users' own counts. */
    private static final class Counts {
        private final List<Latencies> latencies = new ArrayList<>();
        private final AtomicInteger refusedPages = new AtomicInteger();
        private final AtomicInteger refusedTokens = new AtomicInteger();
        private final ConcurrentMap<String, Integer> wrong = new ConcurrentHashMap<>();

        private synchronized Latencies ofOneUser() {
            Latencies own = new Latencies();
            latencies.add(own);
            return own;
        }

        private Outcome after(double seconds) {
            Latencies.Sorted sorted = Latencies.sorted(latencies);
            return new Outcome(
                    sorted.count(),
                    sorted.count() / seconds,
                    sorted.percentile(50),
                    sorted.percentile(99),
                    refusedPages.get() / seconds,
                    refusedTokens.get() / seconds,
                    new TreeMap<>(wrong));
        }
    }

    /** @return by the id of the scenario */
    public Map<String, Outcome> run(Duration duration) {
        Map<String, Counts> counts = new LinkedHashMap<>();
        groups.forEach(group -> counts.put(group.scenario().id(), new Counts()));
        long begun = System.nanoTime();
        long end = begun + duration.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (Group group : groups) {
            Counts own = counts.get(group.scenario().id());
            for (VirtualUser user : group.users()) {
                Thread thread = new Thread(() -> operateUntil(end, group, user, own), "user " + user.number());
                thread.setDaemon(true);
                threads.add(thread);
            }
        }
        threads.forEach(Thread::start);
        threads.forEach(thread -> ClosedLoop.join(thread, end + SLOWEST_ANSWER.toNanos()));
        double seconds = (System.nanoTime() - begun) / 1e9;
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        counts.forEach((id, count) -> outcomes.put(id, count.after(seconds)));
        return outcomes;
    }

    private static void operateUntil(long end, Group group, VirtualUser user, Counts counts) {
        Latencies latencies = counts.ofOneUser();
        long period = group.period().toNanos();
        long due = System.nanoTime()
                + (period == 0 ? 0 : ThreadLocalRandom.current().nextLong(period));
        Result last = Result.COMPLETE;
        while (due < end) {
            sleepUntil(due);
            boolean ready =
                    last != Result.BROKEN || attempt(() -> group.scenario().prepare(user), counts) == Result.COMPLETE;
            long start = System.nanoTime();
            last = ready ? attempt(() -> group.scenario().operate(user), counts) : Result.BROKEN;
            long done = System.nanoTime();
            if (last == Result.COMPLETE) {
                latencies.add(done - start);
            }
            long pause = last == Result.COMPLETE ? 0 : TimeUnit.MILLISECONDS.toNanos(PAUSE_AFTER_REFUSAL_MILLIS);
            due = Math.max(due + period, done + (period == 0 ? pause : 0));
        }
    }

    /** After a broken operation the user begins anew: what the server has taken back, such as a refresh token, is gone. */
    private enum Result {
        COMPLETE,
        REFUSED,
        BROKEN
    }

    private static Result attempt(Runnable step, Counts counts) {
        try {
            step.run();
            return Result.COMPLETE;
        } catch (Refused e) {
            (e.isOfToken() ? counts.refusedTokens : counts.refusedPages).incrementAndGet();
            return e.isOfToken() ? Result.BROKEN : Result.REFUSED;
        } catch (WrongAnswer | UncheckedIOException e) {
            counts.wrong.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
            return Result.BROKEN;
        }
    }

    private static void sleepUntil(long due) {
        try {
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
