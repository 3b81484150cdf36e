package dev.postern.benchmark.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Processor time as the operating system accounts it (Linux): user and system, in seconds. */
public final class CpuTime {

    /** Of /proc/pid/stat and /proc/stat; USER_HZ is 100 on every Linux architecture that Java runs on. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int UTIME = 11; // counted from the field behind the program's name
    private static final int CSTIME = 14;

    private CpuTime() {}

    /** Of a process and all that descend from it, those that have ended and were reaped included. */
    public static double ofTree(long pid) {
        double ticks = ticks(pid);
        try (Stream<ProcessHandle> descendants = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants)) {
            ticks += descendants.mapToDouble(child -> ticks(child.pid())).sum();
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** Of everything on the machine: time in use, without idle and waiting. */
    public static double ofMachine() {
        try {
            String[] fields =
                    Files.readAllLines(Path.of("/proc/stat")).get(0).trim().split("\\s+");
            double ticks = 0;
            for (int field : List.of(1, 2, 3, 6, 7)) { // user, nice, system, irq, softirq
                ticks += Double.parseDouble(fields[field]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (IOException e) {
            throw new IllegalStateException("processor time can be read on Linux only", e);
        }
    }

    /** A process that ended meanwhile counts in its parent. */
    private static double ticks(long pid) {
        try {
            return ticks(Files.readString(Path.of("/proc/" + pid + "/stat")));
        } catch (IOException ended) {
            return 0;
        }
    }

    /** @param stat the line of /proc/pid/stat; the program's name may hold blanks and parentheses */
    static double ticks(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        double sum = 0;
        for (int field = UTIME; field <= CSTIME; field++) { // utime, stime, cutime, cstime
            sum += Double.parseDouble(fields[field]);
        }
        return sum;
    }
}
