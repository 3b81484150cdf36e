package dev.postern.benchmark.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Resident memory of process trees (Linux), in MiB; pages that several processes share count once, by parts (PSS). */
public final class Memory {

    private Memory() {}

    public static double residentOfTree(long pid) {
        try (Stream<ProcessHandle> descendants = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants)) {
            return resident(pid)
                    + descendants.mapToDouble(child -> resident(child.pid())).sum();
        }
    }

    private static double resident(long pid) {
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"));
            return lines.stream()
                            .filter(line -> line.startsWith("Pss:"))
                            .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024;
        } catch (IOException notOursOrEnded) {
            return 0;
        }
    }
}
