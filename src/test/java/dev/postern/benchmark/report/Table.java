package dev.postern.benchmark.report;

import dev.postern.benchmark.measure.Figures;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The text table: one line per scenario and number of users, the median of the repeats by processor time. */
final class Table {

    private static final String HEAD = "                                              CPU, ms per operation\n"
            + "     users   ops/s   p50 ms   p99 ms |    all (least-most)      server postgres  redis broker  nginx client |"
            + "  KiB/op  GC %  RSS MiB  events/op  drain s  busy %  other %\n";

    private Table() {}

    static String of(List<List<Figures>> measurements) {
        return HEAD + measurements.stream().map(Table::line).collect(Collectors.joining());
    }

    private static String line(List<Figures> repeats) {
        Figures figures = Figures.median(repeats);
        double[] range = Figures.range(repeats, Figures::cpuTogether);
        return String.format(
                Locale.ROOT,
                "%-6s%4d %7.0f %8.2f %8.2f | %6.3f (%6.3f-%6.3f) %9.3f %8.3f %6.3f %6.3f %6.3f %6.3f |"
                        + " %7.1f %5.1f %8.0f %10.2f %8.1f %7.0f %8.1f%s%n",
                figures.scenario(),
                figures.users(),
                figures.throughput(),
                figures.p50(),
                figures.p99(),
                figures.cpuTogether(),
                range[0],
                range[1],
                figures.cpu().get("server"),
                figures.cpu().get("postgres"),
                figures.cpu().get("redis"),
                figures.cpu().get("broker"),
                figures.cpu().get("nginx"),
                figures.client(),
                figures.allocated(),
                figures.collecting(),
                figures.resident().get("server"),
                figures.events(),
                figures.drain(),
                figures.busy(),
                figures.other(),
                remark(repeats));
    }

    private static String remark(List<Figures> repeats) {
        boolean valid = repeats.stream().allMatch(Figures::isValid);
        int errors = repeats.stream()
                .flatMap(repeat -> repeat.errors().values().stream())
                .mapToInt(Integer::intValue)
                .sum();
        return (errors == 0 ? "" : "  errors: " + errors) + (valid ? "" : "  INVALID");
    }
}
