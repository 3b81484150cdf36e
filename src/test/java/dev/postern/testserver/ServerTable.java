package dev.postern.testserver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the table of servers into the README, out of what failsafe has reported in {@code target}; {@code mvn verify -Pservers} runs it.
 *
 * <p>What this build has not run keeps the row, with date and commit, that an earlier one has written; what nobody has run has no row.
 */
public final class ServerTable {

    static final String HEAD =
            "| server | version | Java | commit | run on (UTC) | test classes | result |\n|---|---|---|---|---|---|---|\n";

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- servers: written by mvn verify -Pservers -->\n";
    private static final String END = "<!-- end of the servers -->";
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    /** @param version which of the arguments @param reports the report folder of the run on the build's own Java @param newest that of the run on the newest */
    private record Row(String server, int version, String reports, String newest) {}

    private static final List<Row> ROWS = List.of(
            new Row("`postern.jar` (Payara Micro)", 0, "failsafe-reports", "failsafe-reports-runnable-jar-newest"),
            new Row(
                    "Payara Micro as published",
                    0,
                    "failsafe-reports-payara-micro",
                    "failsafe-reports-payara-micro-newest"),
            new Row("WildFly", 1, "failsafe-reports-wildfly", "failsafe-reports-wildfly-newest"),
            new Row("Payara Server", 2, "failsafe-reports-payara-server", "failsafe-reports-payara-server-newest"),
            new Row("Open Liberty", 3, "failsafe-reports-open-liberty", "failsafe-reports-open-liberty-newest"));

    private final List<String> versions;
    private final Path target;
    private final String commit;
    private final Map<String, String> written = new HashMap<>();

    /** @param old the rows that are there */
    ServerTable(List<String> versions, Path target, String commit, String old) {
        this.versions = List.copyOf(versions);
        this.target = target;
        this.commit = commit;
        old.lines().filter(row -> row.split("\\|").length == 8).forEach(row -> written.put(key(row), row));
    }

    /** @param arguments versions: of Payara Micro, WildFly, Payara Server and Open Liberty */
    public static void main(String[] arguments) throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        ServerTable table =
                new ServerTable(List.of(arguments), Path.of("target"), commit(), readme.substring(begin, end));
        Files.writeString(README, readme.substring(0, begin) + table.text() + readme.substring(end));
    }

    String text() {
        List<String> rows = new ArrayList<>();
        for (Row row : ROWS) {
            line(row, TestJava.own(), row.reports).ifPresent(rows::add);
            line(row, TestJava.newest(), row.newest).ifPresent(rows::add);
        }
        return HEAD + String.join("", rows);
    }

    private Optional<String> line(Row row, Path java, String folder) {
        String name = "| " + row.server + " | " + versions.get(row.version) + " | " + TestJava.version(java) + " | ";
        Optional<String> before = Optional.ofNullable(written.get(key(name)));
        return ServerRun.read(target.resolve(folder))
                .filter(run -> before.filter(line -> line.contains(minute(run))).isEmpty())
                .map(run -> "%s%s | %s | %d | %s |".formatted(name, commit, minute(run), run.classes(), run.result()))
                .or(() -> before)
                .map(line -> line + "\n");
    }

    private static String minute(ServerRun run) {
        return MINUTE.format(run.at());
    }

    /** A server and a Java. */
    private static String key(String row) {
        String[] cells = row.split("\\|");
        return cells[1].strip() + " " + cells[3].strip();
    }

    /** What was tested, and whether that was all of it. */
    private static String commit() throws IOException {
        String changes = git("status", "--porcelain", "--", "src", "server-config", "pom.xml");
        return git("rev-parse", "--short", "HEAD") + (changes.isEmpty() ? "" : " and changes");
    }

    private static String git(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
