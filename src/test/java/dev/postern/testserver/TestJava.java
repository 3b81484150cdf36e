package dev.postern.testserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java of servers under test: the test's own, that of the folder {@code -Dpostern.test.java} names, or with {@code newest} the newest beside it. */
public final class TestJava {

    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

    private TestJava() {}

    static Path home() {
        String named = System.getProperty("postern.test.java", "");
        return switch (named) {
            case "" -> own();
            case "newest" -> newest();
            default -> Path.of(named);
        };
    }

    /** The test's own. */
    static Path own() {
        return Path.of(System.getProperty("java.home"));
    }

    /** The newest that is installed where the test's own is. */
    static Path newest() {
        Path own = own();
        try (Stream<Path> installed = Files.list(own.toRealPath().getParent())) {
            return installed
                    .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .max(Comparator.comparingInt(TestJava::version))
                    .orElse(own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Out of the file {@code release}, which every JDK has. */
    static int version(Path home) {
        try {
            Matcher version = VERSION.matcher(Files.readString(home.resolve("release")));
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException unknown) {
            return 0;
        }
    }

    static String program() {
        return home().resolve("bin").resolve("java").toString();
    }

    /**
     * A server of a test lives for a minute: compiled quickly rather than well, and with no collection of its memory for the sake of its classes, it
     * starts with half the processor time. The JVM's table of names, which grows later than the classes of a server come, is large from the start: a
     * twelfth less.
     */
    static List<String> options() {
        return List.of(
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MetaspaceSize=192m",
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:SymbolTableSize=1048576",
                "-XX:+ExitOnOutOfMemoryError");
    }

    public static List<String> command() {
        return Stream.concat(Stream.of(program()), options().stream()).toList();
    }
}
