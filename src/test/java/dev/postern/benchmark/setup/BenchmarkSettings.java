package dev.postern.benchmark.setup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the system properties {@code benchmark.*} say; docs/performance.md lists them.
 *
 * @param users virtual users, one measurement for each count
 * @param warmup load before the measurements of a scenario, with each count of users
 * @param families refresh tokens that S9 puts into the database; one user for five of them
 * @param soak how long P3 goes on
 * @param java home of the JDK that runs the server
 * @param jvmOptions further options of the server's JVM
 * @param environment further settings of the server
 */
public record BenchmarkSettings(
        List<String> scenarios,
        List<Integer> users,
        Duration warmup,
        Duration measure,
        int repeats,
        int families,
        Duration soak,
        Path java,
        String xmx,
        List<String> jvmOptions,
        Map<String, String> environment,
        Path jar,
        Path directory,
        boolean hold,
        boolean jfr) {

    /** Access tokens of the scenarios must outlive a measurement. */
    private static final Duration LONGEST_MEASUREMENT = Duration.ofMinutes(4);

    public BenchmarkSettings {
        if (warmup.compareTo(LONGEST_MEASUREMENT) > 0 || measure.compareTo(LONGEST_MEASUREMENT) > 0) {
            throw new IllegalArgumentException(
                    "benchmark.warmup and benchmark.measure: 240 seconds at most, since access tokens live for 5 minutes");
        }
    }

    public static BenchmarkSettings read() {
        return new BenchmarkSettings(
                list("benchmark.scenarios", "S1,S2,S3,S4,S5,S6,S7,S10J,S10O,P1,P2,F1,F4J,F4O,F2,F3,F5,S8"),
                list("benchmark.users", "16,64").stream().map(Integer::valueOf).toList(),
                seconds("benchmark.warmup", "20"),
                seconds("benchmark.measure", "10"),
                Integer.parseInt(text("benchmark.repeats", "3")),
                Integer.parseInt(text("benchmark.families", "5000000")),
                seconds("benchmark.soak", "3600"),
                Path.of(text("benchmark.java", System.getProperty("java.home"))),
                text("benchmark.xmx", "512m"),
                words("benchmark.jvm-options"),
                pairs("benchmark.environment"),
                Path.of(text("benchmark.jar", "target/postern.jar")).toAbsolutePath(),
                Path.of(text("benchmark.directory", "target/benchmark")).toAbsolutePath(),
                Boolean.parseBoolean(text("benchmark.hold", "false")),
                Boolean.parseBoolean(text("benchmark.jfr", "false")));
    }

    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("scenarios", scenarios);
        map.put("users", users);
        map.put("warmupSeconds", warmup.toSeconds());
        map.put("measureSeconds", measure.toSeconds());
        map.put("repeats", repeats);
        map.put("families", families);
        map.put("soakSeconds", soak.toSeconds());
        map.put("java", java.toString());
        map.put("xmx", xmx);
        map.put("jvmOptions", jvmOptions);
        map.put("environment", environment);
        map.put("jfr", jfr);
        return map;
    }

    /** A property that is absent or empty has its default: Maven hands on empty ones. */
    private static String text(String key, String byDefault) {
        String value = System.getProperty(key, "").strip();
        return value.isEmpty() ? byDefault : value;
    }

    private static List<String> list(String key, String byDefault) {
        return Arrays.stream(text(key, byDefault).split(",")).map(String::strip).toList();
    }

    private static List<String> words(String key) {
        String value = text(key, "");
        return value.isEmpty() ? List.of() : List.of(value.split("\\s+"));
    }

    private static Map<String, String> pairs(String key) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String word : words(key)) {
            String[] parts = word.split("=", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException(key + ": NAME=value expected, not " + word);
            }
            pairs.put(parts[0], parts[1]);
        }
        return pairs;
    }

    private static Duration seconds(String key, String byDefault) {
        return Duration.ofMillis(Math.round(Double.parseDouble(text(key, byDefault)) * 1_000));
    }
}
