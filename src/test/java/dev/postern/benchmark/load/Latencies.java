package dev.postern.benchmark.load;

import java.util.Arrays;
import java.util.List;

/** The durations of operations, every one of them, in nanoseconds; for one thread. */
public final class Latencies {

    private long[] values = new long[4_096];
    private int count;

    public void add(long nanoseconds) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = nanoseconds;
    }

    public int count() {
        return count;
    }

    /** All of them together, in order. */
    public static Sorted sorted(List<Latencies> parts) {
        int total = parts.stream().mapToInt(Latencies::count).sum();
        long[] all = new long[total];
        int at = 0;
        for (Latencies part : parts) {
            System.arraycopy(part.values, 0, all, at, part.count);
            at += part.count;
        }
        Arrays.sort(all);
        return new Sorted(all);
    }

    /** Durations in ascending order. */
    public static final class Sorted {

        private final long[] values;

        private Sorted(long[] values) {
            this.values = values;
        }

        public int count() {
            return values.length;
        }

        /** The smallest duration that is not exceeded by this part of all, in milliseconds; not a number if there are none. */
        public double percentile(double percent) {
            if (values.length == 0) {
                return Double.NaN;
            }
            int rank = (int) Math.ceil(percent / 100 * values.length);
            return values[Math.max(0, rank - 1)] / 1e6;
        }
    }
}
