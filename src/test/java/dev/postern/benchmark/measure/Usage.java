package dev.postern.benchmark.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What has been used up to a moment: processor seconds by part, of the load generator, and of the whole machine.
 *
 * @param at nanoseconds of the monotonic clock
 */
record Usage(long at, Map<String, Double> parts, double client, double machine) {

    static Usage now(Map<String, Long> pids) {
        Map<String, Double> parts = new LinkedHashMap<>();
        pids.forEach((name, pid) -> parts.put(name, CpuTime.ofTree(pid)));
        double client =
                ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
        return new Usage(System.nanoTime(), parts, client, CpuTime.ofMachine());
    }

    /** What was used between two moments. */
    Usage since(Usage before) {
        Map<String, Double> used = new LinkedHashMap<>();
        parts.forEach((name, seconds) -> used.put(name, seconds - before.parts.get(name)));
        return new Usage(at - before.at, used, client - before.client, machine - before.machine);
    }

    double seconds() {
        return at / 1e9;
    }

    double partsTogether() {
        return parts.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
