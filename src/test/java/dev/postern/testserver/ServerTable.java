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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes the table of servers into the README, out of what failsafe has reported in {@code target}; {@code mvn verify -Pservers} runs it.
 *
 * <p>What this build has not run keeps the row, with date and commit, that an earlier one has written; what nobody has run has no row. Classes
 * that are run again after a mend ({@code -Dservers.again=-again}) have reports of their own, and are added to the row that says how they failed.
 */
public final class ServerTable {

    static final String HEAD =
            "| server | version | Java | commit | run on (UTC) | test classes | result |\n|---|---|---|---|---|---|---|\n";

    private static final Path README = Path.of("README.md");
    private static final Path TARGET = Path.of("target");
    private static final Path TESTS = TARGET.resolve("test-classes/dev/postern");
    private static final Pattern SUITE =
            Pattern.compile("((spec/.*|browser/|testserver/)[^/$]*IT|container/InsideTheServerIT)\\.class");
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

    private static final String AGAIN = "; again at ";

    private final List<String> versions;
    private final Path target;
    private final String commit;
    private final int suite;
    private final Map<String, String> written = new HashMap<>();

    /** @param suite how many test classes a whole run has @param old the rows that are there */
    ServerTable(List<String> versions, Path target, String commit, int suite, String old) {
        this.versions = List.copyOf(versions);
        this.target = target;
        this.commit = commit;
        this.suite = suite;
        old.lines().filter(row -> row.split("\\|").length == 8).forEach(row -> written.put(key(row), row));
    }

    /** @param arguments versions: of Payara Micro, WildFly, Payara Server and Open Liberty */
    public static void main(String[] arguments) throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        ServerTable table =
                new ServerTable(List.of(arguments), TARGET, commit(), suite(), readme.substring(begin, end));
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
        Optional<ServerRun> run = ServerRun.read(target.resolve(folder));
        Optional<ServerRun> again = ServerRun.read(target.resolve(folder + "-again"))
                .filter(later -> run.isEmpty() || later.at().isAfter(run.get().at()));
        return run.filter(ran -> isNew(ran, before))
                .map(ran -> "%s%s | %s | %s | %s |".formatted(name, commit, minute(ran), classes(ran), ran.result()))
                .or(() -> before)
                .map(line -> again.filter(ran -> isNew(ran, Optional.of(line)))
                        .map(ran -> withAgain(line, ran))
                        .orElse(line))
                .map(line -> line + "\n");
    }

    private static boolean isNew(ServerRun run, Optional<String> line) {
        return line.filter(row -> row.contains(minute(run))).isEmpty();
    }

    /** What of the run was run again, of which commit and when; only the last time counts. */
    private String withAgain(String line, ServerRun run) {
        return line.replaceFirst("(" + AGAIN + ".*)? \\|$", "")
                + "%s%s, %s, %d of its classes: %s |"
                        .formatted(AGAIN, commit, minute(run), run.classes(), run.result());
    }

    /** A part of the suite is called a part. */
    private String classes(ServerRun run) {
        return run.classes() < suite ? run.classes() + " of " + suite : Integer.toString(run.classes());
    }

    private static String minute(ServerRun run) {
        return MINUTE.format(run.at());
    }

    /** A server and a Java. */
    private static String key(String row) {
        String[] cells = row.split("\\|");
        return cells[1].strip() + " " + cells[3].strip();
    }

    /** How many classes {@code -Pservers} runs on each server. */
    private static int suite() throws IOException {
        try (Stream<Path> classes = Files.walk(TESTS)) {
            return (int) classes.filter(file ->
                            SUITE.matcher(TESTS.relativize(file).toString()).matches())
                    .count();
        }
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
