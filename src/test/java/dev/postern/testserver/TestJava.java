package dev.postern.testserver;

import java.nio.file.Path;
import java.util.List;

/** The Java of servers under test: the test's own, or that of the folder {@code -Dpostern.test.java} names. */
final class TestJava {

    private TestJava() {}

    static Path home() {
        String named = System.getProperty("postern.test.java", "");
        return Path.of(named.isEmpty() ? System.getProperty("java.home") : named);
    }

    static String program() {
        return home().resolve("bin").resolve("java").toString();
    }

    /** A server of a test lives for a minute: compiled quickly rather than well, it starts with half the processor time. */
    static List<String> options() {
        return List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");
    }

    static List<String> command() {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(program()), options().stream())
                .toList();
    }
}
