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
        report("failsafe-reports-wildfly", "BIT", "tests=\"2\" errors=\"0\" skipped=\"0\" failures=\"0\" flakes=\"1\"");
        summary("failsafe-reports-wildfly", "timeout=\"false\"><failureMessage xsi:nil=\"true\"/>");

        assertThat(table(""))
                .containsExactly(
                        row("WildFly | 39", "abc1234", "2 of 3 | 4 passed (1 at the second try), 1 skipped, 2 failed"));
    }

    @Test
    void a_run_that_ended_early_is_no_success() throws IOException {
        report("failsafe-reports-wildfly", "AIT", "tests=\"5\" errors=\"0\" skipped=\"0\" failures=\"0\"");
        summary("failsafe-reports-wildfly", "timeout=\"true\">");
        summary("failsafe-reports-open-liberty", "timeout=\"false\"><failureMessage>The fork died</failureMessage>");

        assertThat(table(""))
                .containsExactly(
                        row("WildFly | 39", "abc1234", "1 of 3 | 5 passed, 0 skipped, none failed; **broken off**"),
                        row(
                                "Open Liberty | 26",
                                "abc1234",
                                "0 of 3 | 0 passed, 0 skipped, none failed; **broken off**"));
    }

    @Test
    void what_was_not_run_now_keeps_its_row_and_the_same_run_its_commit() throws IOException {
        report("failsafe-reports-wildfly", "AIT", "tests=\"1\" errors=\"0\" skipped=\"0\" failures=\"0\"");
        summary("failsafe-reports-wildfly", "timeout=\"false\">");
        String liberty = row("Open Liberty | 25", "0000000", "80 | 1700 passed, 17 skipped, none failed");
        String before = row("WildFly | 39", "1111111", "1 | 1 passed, 0 skipped, none failed");

        assertThat(table(liberty + "\n" + before + "\n| another | table |\n")).containsExactly(before, liberty);
    }

    @Test
    void a_whole_run_is_no_part() throws IOException {
        for (String test : List.of("AIT", "BIT", "CIT")) {
            report("failsafe-reports-wildfly", test, "tests=\"1\" errors=\"0\" skipped=\"0\" failures=\"0\"");
        }
        summary("failsafe-reports-wildfly", "timeout=\"false\">");

        assertThat(table("")).containsExactly(row("WildFly | 39", "abc1234", "3 | 3 passed, 0 skipped, none failed"));
    }

    @Test
    void what_was_run_again_after_a_mend_is_added_with_its_own_commit_and_the_last_time_counts() throws IOException {
        report("failsafe-reports-wildfly-again", "AIT", "tests=\"2\" errors=\"0\" skipped=\"0\" failures=\"0\"");
        summary("failsafe-reports-wildfly-again", "timeout=\"false\">");
        String failed = "| WildFly | 39 | %d | 1111111 | 2026-11-20 23:00 | 3 | 8 passed, 0 skipped, 1 failed"
                .formatted(TestJava.version(TestJava.own()));
        String mended = failed + "; again at abc1234, " + AT + ", 1 of its classes: 2 passed, 0 skipped, none failed |";

        assertThat(table(failed + " |")).containsExactly(mended);
        assertThat(table(failed + "; again at 2222222, 2026-11-20 23:30, 1 of its classes: 1 passed, 1 failed |"))
                .containsExactly(mended);
        assertThat(table(mended.replace("abc1234", "3333333"))).containsExactly(mended.replace("abc1234", "3333333"));
        assertThat(table("")).isEmpty();
    }

    @Test
    void what_was_run_again_before_the_whole_run_says_nothing_of_it() throws IOException {
        report("failsafe-reports-wildfly", "AIT", "tests=\"1\" errors=\"0\" skipped=\"0\" failures=\"0\"");
        summary("failsafe-reports-wildfly", "timeout=\"false\">");
        report("failsafe-reports-wildfly-again", "AIT", "tests=\"2\" errors=\"0\" skipped=\"0\" failures=\"0\"");

        assertThat(table(""))
                .containsExactly(row("WildFly | 39", "abc1234", "1 of 3 | 1 passed, 0 skipped, none failed"));
    }

    private List<String> table(String old) {
        String text = new ServerTable(VERSIONS, target, "abc1234", 3, old).text();
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
