package dev.postern.testserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What failsafe has reported of the black-box tests on one server and one Java.
 *
 * @param late of those that passed, how many at the second try
 * @param whole whether they were run to their end
 */
record ServerRun(int classes, int passed, int late, int skipped, int failed, boolean whole, Instant at) {

    private static final Pattern BROKEN_OFF = Pattern.compile("timeout=\"true\"|<failureMessage>\\s*\\S");

    /** Empty if nothing was run into this folder. */
    static Optional<ServerRun> read(Path folder) {
        Path summary = folder.resolve("failsafe-summary.xml");
        List<Report> reports = reports(folder);
        if (reports.isEmpty() && !Files.exists(summary)) {
            return Optional.empty();
        }
        int failed = sum(reports, Report::failed);
        int skipped = sum(reports, Report::skipped);
        return Optional.of(new ServerRun(
                reports.size(),
                sum(reports, Report::tests) - failed - skipped,
                sum(reports, Report::late),
                skipped,
                failed,
                !reports.isEmpty() && isWhole(summary),
                reports.stream().map(Report::at).max(Instant::compareTo).orElseGet(() -> modified(summary))));
    }

    String result() {
        String counts = "%d passed%s, %d skipped, %s"
                .formatted(
                        passed,
                        late == 0 ? "" : " (" + late + " at the second try)",
                        skipped,
                        failed == 0 ? "none failed" : failed + " failed");
        return whole ? counts : counts + "; **broken off**";
    }

    /** One test class as failsafe reported it. */
    private record Report(int tests, int failed, int late, int skipped, Instant at) {

        private static final Pattern COUNT = Pattern.compile(" (tests|errors|skipped|failures|flakes)=\"(\\d+)\"");

        static Report read(Path file) {
            Map<String, Integer> counts = new HashMap<>();
            COUNT.matcher(text(file).replaceFirst("(?s)<properties.*", ""))
                    .results()
                    .forEach(found -> counts.putIfAbsent(found.group(1), count(found)));
            return new Report(
                    counts.getOrDefault("tests", 0),
                    counts.getOrDefault("errors", 0) + counts.getOrDefault("failures", 0),
                    counts.getOrDefault("flakes", 0),
                    counts.getOrDefault("skipped", 0),
                    modified(file));
        }

        private static int count(MatchResult found) {
            return Integer.parseInt(found.group(2));
        }
    }

    private static List<Report> reports(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*IT\\.xml"))
                    .map(Report::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Failsafe writes its summary in the end; it says there if the tests' JVM died or was ended for taking too long. */
    private static boolean isWhole(Path summary) {
        return Files.exists(summary) && !BROKEN_OFF.matcher(text(summary)).find();
    }

    private static int sum(List<Report> reports, ToIntFunction<Report> count) {
        return reports.stream().mapToInt(count).sum();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
