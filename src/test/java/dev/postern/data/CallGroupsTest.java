package dev.postern.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallGroupsTest {

    private final List<List<Integer>> worked = Collections.synchronizedList(new ArrayList<>());
    private final Semaphore begun = new Semaphore(0);
    private final CountDownLatch open = new CountDownLatch(1);

    private CallGroups<Integer> groups(int largest) {
        return new CallGroups<>(this::work, StoreUnavailable.class::isInstance, Duration.ZERO, largest);
    }

    private void work(List<Integer> calls) {
        worked.add(List.copyOf(calls));
        begun.release();
        if (calls.contains(0)) {
            awaitOpening();
        }
        if (calls.contains(7)) {
            throw new IllegalArgumentException("seven is refused");
        }
        if (calls.contains(99)) {
            throw new AssertionError("no exception but an error");
        }
        if (calls.contains(13)) {
            throw new StoreUnavailable("test", new IllegalStateException("away"));
        }
    }

    private void awaitOpening() {
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void who_comes_alone_works_at_once_in_its_own_thread() {
        List<Thread> threads = new ArrayList<>();
        CallGroups<Integer> groups =
                new CallGroups<>(calls -> threads.add(Thread.currentThread()), failure -> false, Duration.ZERO, 10);
        groups.make(1);
        groups.make(2);
        assertThat(threads).containsExactly(Thread.currentThread(), Thread.currentThread());
    }

    @Test
    void who_comes_while_somebody_is_at_work_goes_together_with_the_others() throws Exception {
        CallGroups<Integer> groups = groups(10);
        List<CompletableFuture<Void>> running = behindTheFirst(groups, 1, 2, 3);
        open.countDown();
        for (CompletableFuture<Void> one : running) {
            one.get();
        }
        assertThat(worked).hasSize(2);
        assertThat(worked.get(1)).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void a_group_has_its_limit() throws Exception {
        CallGroups<Integer> groups = groups(2);
        List<CompletableFuture<Void>> running = behindTheFirst(groups, 1, 2, 3);
        open.countDown();
        for (CompletableFuture<Void> one : running) {
            one.get();
        }
        assertThat(worked).extracting(List::size).containsExactly(1, 2, 1);
    }

    @Test
    void a_call_that_fails_fails_alone() throws Exception {
        CallGroups<Integer> groups = groups(10);
        List<CompletableFuture<Void>> running = behindTheFirst(groups, 1, 7, 2);
        open.countDown();
        running.get(1).get();
        running.get(3).get();
        assertThatThrownBy(() -> running.get(2).get()).hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(worked).hasSize(5).contains(List.of(1), List.of(7), List.of(2));
        assertThatThrownBy(() -> groups.make(7)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_hopeless_failure_is_everybodys_who_waited_for_it_and_nobodys_after_it() throws Exception {
        CallGroups<Integer> groups = groups(1);
        List<CompletableFuture<Void>> running = behindTheFirst(groups, 13);
        running.addAll(started(groups, 1));
        open.countDown();
        running.get(0).get();
        for (CompletableFuture<Void> one : running.subList(1, 3)) {
            assertThatThrownBy(one::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(StoreUnavailable.class);
        }
        assertThat(worked).containsExactly(List.of(0), List.of(13));
        groups.make(2);
        assertThat(worked).contains(List.of(2));
    }

    @Test
    void an_error_leaves_no_call_that_looks_made() throws Exception {
        CallGroups<Integer> groups = groups(10);
        List<CompletableFuture<Void>> running = behindTheFirst(groups, 99, 1);
        open.countDown();
        assertThatThrownBy(() -> running.get(2).get()).hasCauseInstanceOf(IllegalStateException.class);
        groups.make(2);
        assertThat(worked).contains(List.of(2));
    }

    @Test
    void many_threads_get_each_call_made_once() throws Exception {
        AtomicInteger made = new AtomicInteger();
        AtomicInteger rounds = new AtomicInteger();
        CallGroups<Integer> groups = new CallGroups<>(
                calls -> {
                    made.addAndGet(calls.size());
                    rounds.incrementAndGet();
                },
                failure -> false,
                Duration.ofMillis(1),
                50);
        Callable<Boolean> hundred = () -> {
            for (int i = 0; i < 100; i++) {
                groups.make(i);
            }
            return true;
        };
        assertThat(AtOnce.run(20, hundred)).hasSize(20);
        assertThat(made).hasValue(2_000);
        assertThat(rounds.get()).isLessThan(2_000);
    }

    @Test
    void an_interrupt_is_kept_until_the_call_has_been_made() throws Exception {
        CallGroups<Integer> groups = groups(10);
        List<CompletableFuture<Void>> running = behindTheFirst(groups);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread waiting = new Thread(() -> {
            groups.make(1);
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        waiting.start();
        untilWaiting(waiting);
        waiting.interrupt();
        open.countDown();
        running.get(0).get();
        assertThat(interrupted.get()).isTrue();
        assertThat(worked).containsExactly(List.of(0), List.of(1));
    }

    /** The first call holds the work until {@link #open}; the others wait behind it. */
    private List<CompletableFuture<Void>> behindTheFirst(CallGroups<Integer> groups, Integer... others)
            throws Exception {
        List<CompletableFuture<Void>> running = new ArrayList<>();
        running.add(CompletableFuture.runAsync(() -> groups.make(0), task -> new Thread(task).start()));
        begun.acquire();
        running.addAll(started(groups, others));
        return running;
    }

    private static List<CompletableFuture<Void>> started(CallGroups<Integer> groups, Integer... calls)
            throws Exception {
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (Integer call : calls) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                try {
                    groups.make(call);
                    done.complete(null);
                } catch (RuntimeException e) {
                    done.completeExceptionally(e);
                }
            });
            thread.start();
            untilWaiting(thread);
            running.add(done);
        }
        return running;
    }

    private static void untilWaiting(Thread thread) throws InterruptedException {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
    }
}
