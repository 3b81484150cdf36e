package dev.postern.benchmark.pressure;

import dev.postern.benchmark.load.MixedLoad;
import dev.postern.benchmark.measure.EventTrail;
import dev.postern.benchmark.measure.Memory;
import dev.postern.benchmark.scenario.Scenarios;
import dev.postern.benchmark.setup.BenchmarkSettings;
import dev.postern.benchmark.setup.ProductionSetUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * P3: forty people and machines for a long time, at a pace that leaves the server room: tokens, authorizations, refreshes, key sets and, each as seldom as a person does, logins. Shown is the
 * memory of the server minute by minute.
 */
public final class Soak {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration PACE = Duration.ofMillis(250);
    private static final Duration PACE_OF_LOGINS = Duration.ofSeconds(8);

    private final BenchmarkSettings settings;
    private final ProductionSetUp setUp;

    public Soak(BenchmarkSettings settings, ProductionSetUp setUp) {
        this.settings = settings;
        this.setUp = setUp;
    }

    public Map<String, Object> run() {
        List<MixedLoad.Group> groups = List.of(
                Crowd.of(8, Scenarios.S1, setUp, settings).every(PACE),
                Crowd.of(8, Scenarios.S2, setUp, settings).every(PACE),
                Crowd.of(8, Scenarios.S4, setUp, settings).every(PACE),
                Crowd.of(8, Scenarios.S7, setUp, settings).every(PACE),
                Crowd.of(8, Scenarios.S3, setUp, settings).every(PACE_OF_LOGINS));
        MixedLoad load = new MixedLoad(groups);
        List<Double> resident = new ArrayList<>();
        int operations = 0;
        for (long minute = 0; minute < settings.soak().toMinutes(); minute++) {
            operations += Crowd.checked(load.run(MINUTE)).values().stream()
                    .mapToInt(MixedLoad.Outcome::complete)
                    .sum();
            resident.add(Memory.residentOfTree(setUp.pids().get("server")));
            System.out.printf(
                    Locale.ROOT, "[benchmark] minute %d: %.0f MiB%n", minute + 1, resident.get(resident.size() - 1));
        }
        new EventTrail(setUp.target()).awaitDrained();
        groups.forEach(group -> group.users().forEach(user -> user.connection().close()));
        return figures(operations, resident);
    }

    /** The middle of ten minutes each, since a collection makes single minutes jump. */
    private static Map<String, Object> figures(int operations, List<Double> resident) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("operations", operations);
        for (int from = 0; from < resident.size(); from += 10) {
            List<Double> ten = resident.subList(from, Math.min(resident.size(), from + 10)).stream()
                    .sorted()
                    .toList();
            figures.put(
                    "RSS MiB, minutes " + (from + 1) + " to " + (from + ten.size()),
                    String.format(
                            Locale.ROOT,
                            "%.0f (%.0f-%.0f)",
                            ten.get(ten.size() / 2),
                            ten.get(0),
                            ten.get(ten.size() - 1)));
        }
        return figures;
    }
}
