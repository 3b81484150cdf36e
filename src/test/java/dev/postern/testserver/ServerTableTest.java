package dev.postern.testserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the table of servers says of a run, and that it says nothing of one that has not been. */
class ServerTableTest {

    private static final String AT = "2026-11-21 07:00";
    private static final List<String> VERSIONS = List.of("6", "39", "6.1", "26");

    @TempDir
    Path target;

    @Test
    void a_run_is_counted_with_its_date_and_commit() throws IOException {
        report("failsafe-reports-wildfly", "AIT", "tests=\"5\" errors=\"1\" skipped=\"1\" failures=\"1\"");
        report("failsafe-reports-wildfly", "BIT", "tests=\"2\" errors=\"0\" skipped=\"0\" failures=\"0\"");
        summary("failsafe-reports-wildfly", "timeout=\"false\"><failureMessage xsi:nil=\"true\"/>");

        assertThat(table("")).containsExactly(row("WildFly | 39", "abc1234", "2 | 4 passed, 1 skipped, 2 failed"));
    }

    @Test
    void a_run_that_ended_early_is_no_success() throws IOException {
        report("failsafe-reports-wildfly", "AIT", "tests=\"5\" errors=\"0\" skipped=\"0\" failures=\"0\"");
        summary("failsafe-reports-wildfly", "timeout=\"true\">");
        summary("failsafe-reports-open-liberty", "timeout=\"false\"><failureMessage>The fork died</failureMessage>");

        assertThat(table(""))
                .containsExactly(
                        row("WildFly | 39", "abc1234", "1 | 5 passed, 0 skipped, none failed; **broken off**"),
                        row("Open Liberty | 26", "abc1234", "0 | 0 passed, 0 skipped, none failed; **broken off**"));
    }

    @Test
    void what_was_not_run_now_keeps_its_row_and_the_same_run_its_commit() throws IOException {
        report("failsafe-reports-wildfly", "AIT", "tests=\"1\" errors=\"0\" skipped=\"0\" failures=\"0\"");
        summary("failsafe-reports-wildfly", "timeout=\"false\">");
        String liberty = row("Open Liberty | 25", "0000000", "80 | 1700 passed, 17 skipped, none failed");
        String before = row("WildFly | 39", "1111111", "1 | 1 passed, 0 skipped, none failed");

        assertThat(table(liberty + "\n" + before + "\n| another | table |\n")).containsExactly(before, liberty);
    }

    private List<String> table(String old) {
        String text = new ServerTable(VERSIONS, target, "abc1234", old).text();
        assertThat(text).startsWith(ServerTable.HEAD);
        return text.substring(ServerTable.HEAD.length()).lines().toList();
    }

    private static String row(String server, String commit, String result) {
        return "| " + server + " | " + TestJava.version(TestJava.own()) + " | " + commit + " | " + AT + " | " + result
                + " |";
    }

    private void report(String folder, String test, String counts) throws IOException {
        Path file = Files.createDirectories(target.resolve(folder)).resolve("TEST-dev.postern." + test + ".xml");
        write(file, "<testsuite name=\"dev.postern." + test + "\" " + counts + "><properties/></testsuite>");
    }

    private void summary(String folder, String content) throws IOException {
        Path file = Files.createDirectories(target.resolve(folder)).resolve("failsafe-summary.xml");
        write(file, "<failsafe-summary " + content + "</failsafe-summary>");
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-21T07:00:20Z")));
    }
}
