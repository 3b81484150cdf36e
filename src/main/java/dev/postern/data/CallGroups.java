package dev.postern.data;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Calls of many threads that are worth making together: who comes while nobody is at work does it at once, in its own thread; who comes meanwhile waits, and one of
 * those who wait does it for all of them.
 *
 * <p>The beginnings of two groups are {@code pause} apart, so that the busier the server, the larger the groups; after an idle moment nobody waits. If a group fails, each of
 * its calls is made alone, so that nobody fails for another's reason. Safe for many threads; no thread of its own.
 *
 * @param <C> a call; the work leaves its result in it
 */
public final class CallGroups<C> {

    private final Consumer<List<C>> work;
    private final Predicate<RuntimeException> hopeless;
    private final long pauseNanos;
    private final int largest;
    private final Deque<Waiting<C>> waiting = new ArrayDeque<>();
    private boolean busy;
    private long nextAt = System.nanoTime();

    /**
     * @param work makes the calls of a group, all or none
     * @param hopeless failures that every call would meet now: they are told at once to all of the group and to all who wait
     * @param pause least time between the beginnings of two groups
     * @param largest most calls of a group
     */
    public CallGroups(Consumer<List<C>> work, Predicate<RuntimeException> hopeless, Duration pause, int largest) {
        this.work = work;
        this.hopeless = hopeless;
        this.pauseNanos = pause.toNanos();
        this.largest = largest;
    }

    /** Returns when the call has been made. @throws RuntimeException what the work threw for it, or for the group that it waited for */
    public void make(C call) {
        Waiting<C> own = new Waiting<>(call, Thread.currentThread());
        if (isFirst(own) || own.await() == State.AT_WORK) {
            List<Waiting<C>> done = List.of(own);
            try {
                pause();
                done = gather(own);
                done = worked(done);
            } finally {
                passOn();
                done.stream().filter(one -> one != own).forEach(one -> one.wake(State.DONE));
            }
        }
        own.rethrow();
    }

    /** Returns whose calls are over now. */
    private List<Waiting<C>> worked(List<Waiting<C>> group) {
        RuntimeException failure = failure(group);
        if (failure != null && hopeless.test(failure)) {
            List<Waiting<C>> all = withWaiting(group);
            all.forEach(one -> one.over(failure));
            return all;
        }
        if (failure != null && group.size() > 1) {
            group.forEach(one -> one.over(failure(List.of(one))));
        } else {
            group.forEach(one -> one.over(failure));
        }
        return group;
    }

    private @Nullable RuntimeException failure(List<Waiting<C>> group) {
        try {
            work.accept(group.stream().map(one -> one.call).toList());
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private synchronized boolean isFirst(Waiting<C> own) {
        if (busy) {
            waiting.add(own);
            return false;
        }
        busy = true;
        return true;
    }

    /** Only who is at work comes here. */
    private void pause() {
        long now = System.nanoTime();
        while (nextAt - now > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(nextAt - now);
            now = System.nanoTime();
        }
        nextAt = now + pauseNanos;
    }

    private synchronized List<Waiting<C>> gather(Waiting<C> own) {
        List<Waiting<C>> group = new ArrayList<>();
        group.add(own);
        while (group.size() < largest && !waiting.isEmpty()) {
            group.add(waiting.remove());
        }
        return group;
    }

    private synchronized List<Waiting<C>> withWaiting(List<Waiting<C>> group) {
        List<Waiting<C>> all = new ArrayList<>(group);
        all.addAll(waiting);
        waiting.clear();
        return all;
    }

    private synchronized void passOn() {
        Waiting<C> next = waiting.poll();
        busy = next != null;
        if (next != null) {
            next.wake(State.AT_WORK);
        }
    }

    private enum State {
        WAITING,
        AT_WORK,
        DONE
    }

    private static final class Waiting<C> {
        private final C call;
        private final Thread thread;
        private @Nullable RuntimeException failure;
        private boolean over;
        private volatile State state = State.WAITING;

        Waiting(C call, Thread thread) {
            this.call = call;
            this.thread = thread;
        }

        /** An interrupt is kept for later: whether the call was made is not known before its group is done. */
        State await() {
            boolean interrupted = false;
            while (state == State.WAITING) {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
            if (interrupted) {
                thread.interrupt();
            }
            return state;
        }

        void wake(State state) {
            this.state = state;
            LockSupport.unpark(thread);
        }

        /** @param failure null if the call has been made */
        void over(@Nullable RuntimeException failure) {
            this.failure = failure;
            this.over = true;
        }

        /** A call that is not over counts as failed: an error ended the work before its turn. */
        void rethrow() {
            if (!over) {
                throw new IllegalStateException("the group was not worked on");
            }
            if (failure != null) {
                throw failure;
            }
        }
    }
}
