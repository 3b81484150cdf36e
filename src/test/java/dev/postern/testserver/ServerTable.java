package dev.postern.testserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes the table of servers into the README, out of what failsafe has reported in {@code target}; {@code mvn verify -Pservers} runs it.
 * A run that has not taken place has no row.
 */
public final class ServerTable {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- servers: written by mvn verify -Pservers -->\n";
    private static final String END = "<!-- end of the servers -->";

    /** @param reports the report folder of the run on the build's own Java @param newest that of the run on the newest */
    private record Row(String server, String reports, String newest) {}

    private static final List<Row> ROWS = List.of(
            new Row("`postern.jar` (Payara Micro)", "failsafe-reports", "failsafe-reports-runnable-jar-newest"),
            new Row(
                    "Payara Micro as published",
                    "failsafe-reports-payara-micro",
                    "failsafe-reports-payara-micro-newest"),
            new Row("WildFly", "failsafe-reports-wildfly", "failsafe-reports-wildfly-newest"),
            new Row("Payara Server", "failsafe-reports-payara-server", "failsafe-reports-payara-server-newest"),
            new Row("Open Liberty", "failsafe-reports-open-liberty", "failsafe-reports-open-liberty-newest"));

    private ServerTable() {}

    /** @param arguments versions: of Payara Micro, WildFly, Payara Server and Open Liberty */
    public static void main(String[] arguments) throws IOException {
        StringBuilder table = new StringBuilder(
                "| server | version | Java | run on | test classes | result |\n|---|---|---|---|---|---|\n");
        List<String> versions = new ArrayList<>(List.of(arguments));
        versions.add(0, arguments[0]); // postern.jar has the same Payara Micro in it
        for (int i = 0; i < ROWS.size(); i++) {
            Row row = ROWS.get(i);
            String name = row.server + " | " + versions.get(i);
            line(name, TestJava.own(), row.reports).ifPresent(table::append);
            line(name, TestJava.newest(), row.newest).ifPresent(table::append);
        }
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        Files.writeString(README, readme.substring(0, begin) + table + readme.substring(readme.indexOf(END)));
    }

    /** One test class as failsafe reported it. */
    private record Report(int tests, int failed, int skipped, Instant at) {

        private static final Pattern COUNT = Pattern.compile(" (tests|errors|skipped|failures)=\"(\\d+)\"");

        static Report read(Path file) {
            try {
                String head = Files.readString(file).replaceFirst("(?s)<properties.*", "");
                Map<String, Integer> counts = new HashMap<>();
                COUNT.matcher(head).results().forEach(found -> counts.putIfAbsent(found.group(1), count(found)));
                return new Report(
                        counts.getOrDefault("tests", 0),
                        counts.getOrDefault("errors", 0) + counts.getOrDefault("failures", 0),
                        counts.getOrDefault("skipped", 0),
                        Files.getLastModifiedTime(file).toInstant());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static int count(MatchResult found) {
            return Integer.parseInt(found.group(2));
        }
    }

    private static Optional<String> line(String server, Path java, String folder) throws IOException {
        List<Report> reports = reports(Path.of("target", folder));
        if (reports.isEmpty()) {
            return Optional.empty();
        }
        int failed = sum(reports, Report::failed);
        int skipped = sum(reports, Report::skipped);
        int passed = sum(reports, Report::tests) - failed - skipped;
        Instant last = reports.stream().map(Report::at).max(Instant::compareTo).orElseThrow();
        return Optional.of("| %s | %s | %s | %d | %d passed, %d skipped, %s |\n"
                .formatted(
                        server,
                        TestJava.version(java),
                        LocalDate.ofInstant(last, ZoneOffset.UTC),
                        reports.size(),
                        passed,
                        skipped,
                        failed == 0 ? "none failed" : failed + " failed"));
    }

    private static List<Report> reports(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*IT\\.xml"))
                    .map(Report::read)
                    .toList();
        }
    }

    private static int sum(List<Report> reports, ToIntFunction<Report> count) {
        return reports.stream().mapToInt(count).sum();
    }
}
