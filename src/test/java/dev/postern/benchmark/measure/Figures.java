package dev.postern.benchmark.measure;

import dev.postern.benchmark.load.ClosedLoop;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The figures of one measurement.
 *
 * @param p50 and the like in milliseconds
 * @param cpu milliseconds per operation, by part
 * @param client milliseconds per operation of the load generator
 * @param allocated KiB per operation that the server allocated
 * @param collecting per cent of the time that the server spent in garbage collections
 * @param busy per cent of the machine's processors in use by anybody
 * @param other per cent of the machine's processors in use by neither the parts nor the load generator
 * @param resident MiB by part, at the end
 * @param events per operation in the audit trail
 * @param drain seconds from the last answer until the queue was drained
 */
public record Figures(
        String scenario,
        int users,
        int operations,
        double throughput,
        double p50,
        double p90,
        double p99,
        double max,
        Map<String, Double> cpu,
        double client,
        double allocated,
        double collecting,
        double busy,
        double other,
        Map<String, Double> resident,
        double events,
        double drain,
        Map<String, Integer> errors) {

    /** More wrong answers than this part of the operations make a run worthless. */
    private static final double MOST_ERRORS = 0.001;

    static Figures of(String scenario, int users, ClosedLoop.Result load, Usage used, Sides sides) {
        double operations = Math.max(1, load.operations());
        double capacity = used.seconds() * Runtime.getRuntime().availableProcessors();
        Map<String, Double> cpu = new LinkedHashMap<>();
        used.parts().forEach((part, seconds) -> cpu.put(part, 1e3 * seconds / operations));
        return new Figures(
                scenario,
                users,
                load.operations(),
                load.operations() / load.seconds(),
                load.latencies().percentile(50),
                load.latencies().percentile(90),
                load.latencies().percentile(99),
                load.latencies().percentile(100),
                cpu,
                1e3 * used.client() / operations,
                sides.allocatedBytes() / 1024 / operations,
                100 * sides.collectionSeconds() / used.seconds(),
                100 * used.machine() / capacity,
                100 * Math.max(0, used.machine() - used.partsTogether() - used.client()) / capacity,
                sides.resident(),
                sides.events() / operations,
                used.seconds() - load.seconds(),
                load.errors());
    }

    /** What is measured beside the processor time. */
    record Sides(double allocatedBytes, double collectionSeconds, Map<String, Double> resident, double events) {}

    /** The parts together. */
    public double cpuTogether() {
        return cpu.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    public boolean isValid() {
        int wrong = errors.values().stream().mapToInt(Integer::intValue).sum();
        return operations > 0 && wrong <= MOST_ERRORS * operations;
    }

    /** The one in the middle of repeats, by processor time: a whole run, not a mixture of several. */
    public static Figures median(List<Figures> repeats) {
        return repeats.stream()
                .sorted(Comparator.comparingDouble(Figures::cpuTogether))
                .toList()
                .get((repeats.size() - 1) / 2);
    }

    /** The smallest and the greatest of the repeats. */
    public static double[] range(List<Figures> repeats, ToDoubleFunction<Figures> figure) {
        return new double[] {
            repeats.stream().mapToDouble(figure).min().orElseThrow(),
            repeats.stream().mapToDouble(figure).max().orElseThrow()
        };
    }
}
