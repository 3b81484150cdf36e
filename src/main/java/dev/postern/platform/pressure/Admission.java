package dev.postern.platform.pressure;

import org.jspecify.annotations.Nullable;

/** One request's place among those in progress, on the thread that works on it; it is given away while the request only waits. */
public final class Admission {

    private static final ThreadLocal<@Nullable Admission> CURRENT = new ThreadLocal<>();

    private final LoadLimit limit;
    private final long begun;
    private long waited;
    private boolean resting;

    private Admission(LoadLimit limit) {
        this.limit = limit;
        this.begun = limit.now();
    }

    /** Something that does nothing but wait: for a caller, or for a turn that is limited elsewhere. */
    @FunctionalInterface
    public interface Wait<T extends @Nullable Object, E extends Exception> {
        T run() throws E;
    }

    /**
     * Waits without the place: whoever waits needs no processor and keeps nobody out, and the time does not count as slow. Outside of a
     * request, or within another wait, it only waits.
     */
    public static <T extends @Nullable Object, E extends Exception> T aside(Wait<T, E> wait) throws E {
        Admission mine = CURRENT.get();
        return mine == null || mine.resting ? wait.run() : mine.restsFor(wait);
    }

    /** The current thread works on a request that was admitted. */
    static Admission open(LoadLimit limit) {
        Admission admission = new Admission(limit);
        CURRENT.set(admission);
        return admission;
    }

    /** The thread is free again. @param answered false if the request goes on elsewhere or has failed, so that its time says nothing */
    void close(boolean answered) {
        CURRENT.remove();
        limit.rests();
        if (answered) {
            limit.took(limit.now() - begun - waited);
        }
    }

    private <T extends @Nullable Object, E extends Exception> T restsFor(Wait<T, E> wait) throws E {
        long since = limit.now();
        resting = true;
        limit.rests();
        try {
            return wait.run();
        } finally {
            limit.goesOn();
            resting = false;
            waited += limit.now() - since;
        }
    }
}
