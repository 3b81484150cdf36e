package dev.postern.testserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
            new Row("WildFly", "failsafe-reports-wildfly", "failsafe-reports-wildfly-newest"),
            new Row("Payara Server", "failsafe-reports-payara-server", "failsafe-reports-payara-server-newest"),
            new Row("Open Liberty", "failsafe-reports-open-liberty", "failsafe-reports-open-liberty-newest"));

    private ServerTable() {}

    /** @param arguments versions: of postern.jar's Payara Micro, WildFly, Payara Server and Open Liberty */
    public static void main(String[] arguments) throws IOException {
        StringBuilder table = new StringBuilder("| server | version | Java | result |\n|---|---|---|---|\n");
        for (int i = 0; i < ROWS.size(); i++) {
            Row row = ROWS.get(i);
            String name = row.server + " | " + arguments[i];
            line(name, TestJava.own(), row.reports).ifPresent(table::append);
            line(name, TestJava.newest(), row.newest).ifPresent(table::append);
        }
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        Files.writeString(README, readme.substring(0, begin) + table + readme.substring(readme.indexOf(END)));
    }

    private static Optional<String> line(String server, Path java, String reports) throws IOException {
        Path summary = Path.of("target", reports, "failsafe-summary.xml");
        if (!Files.isRegularFile(summary)) {
            return Optional.empty();
        }
        String text = Files.readString(summary);
        int failed = number(text, "errors") + number(text, "failures");
        int skipped = number(text, "skipped");
        int passed = number(text, "completed") - failed - skipped;
        return Optional.of("| %s | %s | %d passed, %d skipped, %s |\n"
                .formatted(
                        server,
                        TestJava.version(java),
                        passed,
                        skipped,
                        failed == 0 ? "none failed" : failed + " failed"));
    }

    private static int number(String summary, String element) {
        Matcher found = Pattern.compile("<" + element + ">(\\d+)</").matcher(summary);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }
}
